import assert from 'node:assert/strict';
import type { Fault } from '../../fault.ts';
import { asks, isSummary, readsSummary, windowSays } from '../../person.ts';
import type { Scene } from '../../scene.ts';
import { opensShare, posts } from '../../sharing.ts';

const summariesIn = ({ slack }: Scene) =>
  slack.seenBy(slack.people.agent, slack.channels.support).filter(({ text }) => isSummary(text)).length;

/** A command comes three times over. */
const command = (id: string, says: string, setting: Fault['setting'], isSameEnvelope: boolean): Fault => ({
  id,
  says,
  expected: 'one question, one answer, three acknowledgements',
  ...(setting && { setting }),
  async inject(scene) {
    const { slack, pbx } = scene;
    await readsSummary(scene);
    const before = { asked: pbx.count('*'), summaries: summariesIn(scene) };
    const { delivery } = await asks(scene);
    for (const attempt of ['1', '2']) {
      const { status } = await slack.redelivers(delivery, {
        sameEnvelope: isSameEnvelope,
        headers: { 'x-slack-retry-num': attempt },
      });
      assert.equal(status, 200);
    }
    await asks(scene, '/callsummary help');
    assert.deepEqual(
      { asked: pbx.count('*') - before.asked, summaries: summariesIn(scene) - before.summaries },
      { asked: 1, summaries: 1 },
    );
    return { reads: 'the summary', also: 'once' };
  },
});

const twiceConfirmed: Fault = {
  id: 'S9d',
  says: 'the confirmation of a share comes three times over',
  expected: 'one post',
  async inject(scene) {
    const { slack } = scene;
    const before = posts(scene).length;
    await opensShare(scene);
    const delivery = await slack.submits(slack.people.agent);
    await windowSays(scene, /Shared in #support/);
    for (const _ of [1, 2]) await slack.redelivers(delivery);
    await asks(scene, '/callsummary help');
    assert.equal(posts(scene).length - before, 1);
    return { reads: 'Shared in #support', also: 'one post' };
  },
};

const overSocket = { transport: 'socket' } as const;

/** Slack brings something again. */
export const repetitions: readonly Fault[] = [
  command('S9a', 'the same command comes three times over HTTP', undefined, false),
  command('S9b', 'the same command comes in three envelopes', overSocket, false),
  command('S9c', 'the same envelope comes three times', overSocket, true),
  twiceConfirmed,
];
