import assert from 'node:assert/strict';
import type { Fault as SlackFault } from '../../../simulators/slack/index.ts';
import type { Fault } from '../../fault.ts';
import { asks, command } from '../../person.ts';
import { sharesDuring } from '../../sharing.ts';

const who: Fault = {
  id: 'S14a',
  says: 'users.info fails for four people, each in another way: error, 500, reset, no answer',
  expected: 'nobody is shown anything, and the PBX is asked nothing',
  setting: {},
  async inject(scene) {
    const { slack, pbx } = scene;
    const { agent, lead, colleague, administrator } = slack.people;
    const faults: readonly SlackFault[] = [
      { error: 'internal_error' },
      { status: 500 },
      { reset: true },
      { hang: true },
    ];
    let reads = '';
    for (const [at, person] of [agent, lead, colleague, administrator].entries()) {
      slack.script('users.info', faults[at] ?? { hang: true });
      reads = (await asks(scene, command, person)).reads;
      assert.match(reads, /couldn’t check with Slack who you are/, JSON.stringify(faults[at]));
    }
    assert.equal(pbx.count('*'), 0);
    return { reads, also: 'the PBX was not asked' };
  },
};

/** Something fails between the preview and the post. */
const whileSharing = (id: string, says: string, method: string, fault: SlackFault, words: RegExp): Fault => ({
  id,
  says,
  expected: 'nothing is posted',
  setting: {},
  async inject(scene) {
    const { reads, tries, posted } = await sharesDuring(scene, method, fault, words);
    assert.deepEqual({ tries, posted }, { tries: 0, posted: 0 });
    return { reads, also: 'nothing was tried' };
  },
});

/** What Slack does not tell counts against the person. */
export const failingClosed: readonly Fault[] = [
  who,
  whileSharing(
    'S14b',
    'users.info fails between preview and share',
    'users.info',
    { status: 500 },
    /couldn’t check with Slack/,
  ),
  whileSharing(
    'S14c',
    'conversations.info fails between preview and share',
    'conversations.info',
    { error: 'internal_error' },
    /can’t tell who reads along/,
  ),
  whileSharing(
    'S14d',
    'conversations.info never answers between preview and share',
    'conversations.info',
    { hang: true },
    /can’t tell who reads along/,
  ),
];
