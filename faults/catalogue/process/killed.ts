import assert from 'node:assert/strict';
import { kill } from '../../../test/process/spawned-app.ts';
import type { Fault } from '../../fault.ts';
import { auditIsWhole, tokenRequests } from '../../ledger.ts';
import { command, readsSummary, readsSummaryWithin } from '../../person.ts';
import type { Scene } from '../../scene.ts';
import { opensShare, posts } from '../../sharing.ts';

/** The agent types the command, and the PBX holds back its answer to this. */
async function typesWhilePbxHolds(scene: Scene, endpoint: 'cdr/getaisummary' | 'get_token'): Promise<void> {
  const { slack, pbx } = scene;
  pbx.script(endpoint, { kind: 'hold' });
  await slack.types(slack.people.agent, slack.channels.support, command);
  await pbx.until(() => pbx.held === 1, 10_000);
}

/** Starts the app again; gives the milliseconds until it takes requests. */
async function startsAgain(scene: Scene): Promise<number> {
  const startedAt = performance.now();
  await scene.start();
  return Math.round(performance.now() - startedAt);
}

const thinking: Fault = {
  id: 'K1a',
  says: 'kill -9 while the PBX thinks about a summary',
  expected: 'up again within 10 s, the token still there, the audit log whole; the command is typed again',
  setting: {},
  async inject(scene) {
    await readsSummary(scene);
    await typesWhilePbxHolds(scene, 'cdr/getaisummary');
    await kill(scene.app);
    const ms = await startsAgain(scene);
    assert.ok(ms < 10_000, `up after ${ms} ms`);
    const tokens = tokenRequests(scene);
    const { reads } = await readsSummary(scene);
    assert.equal(tokenRequests(scene), tokens);
    await auditIsWhole(scene);
    return { reads, also: `up after ${ms} ms, no new sign-in` };
  },
};

const signingIn: Fault = {
  id: 'K1b',
  says: 'kill -9 while it signs in at the PBX',
  expected: 'the dead one’s turn ends by itself: the summary within 20 s of the restart; two sign-ins in all',
  setting: {},
  boundMs: 90_000,
  async inject(scene) {
    await typesWhilePbxHolds(scene, 'get_token');
    await kill(scene.app);
    await startsAgain(scene);
    const { first, seconds } = await readsSummaryWithin(20_000, scene);
    assert.equal(scene.pbx.count('get_token'), 2);
    return { reads: first, also: `the summary ${seconds} s after the restart` };
  },
};

const posting: Fault = {
  id: 'K1c',
  says: 'kill -9 after a post was sent and before Slack confirmed it',
  expected: 'one post, never a second; the audit log knows of the share; it can be taken back',
  setting: {},
  async inject(scene) {
    const { slack } = scene;
    const { agent } = slack.people;
    await opensShare(scene);
    const gate = Promise.withResolvers<void>();
    slack.script('chat.postMessage', { heldUntil: gate.promise });
    const submitted = slack.submits(agent);
    await slack.until(() => slack.callsTo('chat.postMessage')[0]);
    await kill(scene.app);
    gate.resolve();
    await slack.until(() => slack.callsTo('chat.postMessage')[0]?.outcome);
    await submitted;
    await startsAgain(scene);
    await readsSummary(scene);
    const [post, another] = posts(scene);
    assert.ok(post !== undefined && another === undefined, `${posts(scene).length} posts`);
    const { said } = await scene.administers('src/audit/main.ts --json');
    assert.match(said, /"act":"shared"/);
    await auditIsWhole(scene);
    await slack.clicks(agent, post, 'retract_call_summary');
    await slack.until(() => posts(scene).length === 0 || undefined);
    return { also: 'one post; taken back after the restart' };
  },
};

const kills = 12;

const again: Fault = {
  id: 'K1d',
  says: `kill -9, ${kills} times, each a little later into a burst of 20 commands`,
  expected: 'up again each time, one token among all of them, the audit log whole',
  setting: {},
  boundMs: 180_000,
  async inject(scene) {
    const { slack, pbx } = scene;
    const { agent, lead, colleague, administrator } = slack.people;
    const people = [agent, lead, colleague, administrator];
    await readsSummary(scene);
    for (let round = 0; round < kills; round += 1) {
      const seen = pbx.count('*') + slack.responses.length;
      const burst = Array.from({ length: 20 }, (_, at) =>
        slack.types(
          people[at % 4] ?? agent,
          slack.channels.support,
          `/callsummary 20260518235959-B00${(round * 20 + at + 16).toString(16).toUpperCase().padStart(2, '0').slice(-2)} 7731994420`,
        ),
      );
      await slack.until(() => pbx.count('*') + slack.responses.length >= seen + round || undefined, { ms: 30_000 });
      await kill(scene.app);
      await Promise.all(burst);
      await scene.start();
    }
    await readsSummary(scene);
    assert.ok(tokenRequests(scene) <= 2, `${tokenRequests(scene)} token requests`);
    await auditIsWhole(scene);
    return { reads: 'the summary', also: `${tokenRequests(scene)} token requests in ${kills + 1} lives` };
  },
};

/** Ends of the process that nobody announced. */
export const killed: readonly Fault[] = [thinking, signingIn, posting, again];
