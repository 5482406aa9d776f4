import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault as SlackFault } from '../../../simulators/slack/index.ts';
import type { Fault } from '../../fault.ts';
import { asks, command, isSummary, windowSays } from '../../person.ts';
import type { Scene } from '../../scene.ts';

/** How many summaries stand before the agent, in #support and in the conversation with the app. */
const summariesOf = ({ slack }: Scene): number =>
  [...slack.seenBy(slack.people.agent, slack.channels.support), ...slack.messagesIn(slack.people.agent)].filter(
    ({ text }) => isSummary(text),
  ).length;

/** The agent types the command, and `meanwhile` happens; waits for the answer, which must come once. */
async function answeredOnce(scene: Scene, meanwhile: () => Promise<void>, override = {}): Promise<string> {
  const { slack } = scene;
  const before = summariesOf(scene);
  const calls = slack.calls.length;
  await slack.types(slack.people.agent, slack.channels.support, command, { override });
  await meanwhile();
  await slack.until(() => summariesOf(scene) > before || undefined, { ms: 25_000 });
  await slack.until(() => slack.calls.slice(calls).every(({ outcome }) => outcome !== undefined) || undefined);
  assert.equal(summariesOf(scene) - before, 1);
  const ways = slack.calls
    .slice(calls)
    .map(({ method }) => method)
    .filter((method) => method.startsWith('chat.'));
  return ways.length === 0 ? 'by the response_url' : `by ${ways.join(', then ')}`;
}

const nothingMore = async () => {};

const refusedUrl = (id: string, says: string, faults: Readonly<Record<string, SlackFault>>): Fault => ({
  id,
  says,
  expected: 'the summary all the same, once, still only for the person',
  async inject(scene) {
    for (const [target, fault] of Object.entries(faults)) scene.slack.script(target, fault);
    return { reads: 'the summary', also: await answeredOnce(scene, nothingMore) };
  },
});

const expired: Fault = {
  id: 'S7b',
  says: 'the response_url expires while the PBX still thinks',
  expected: 'the summary all the same, once',
  setting: {},
  async inject(scene) {
    scene.pbx.script('cdr/getaisummary', { kind: 'hold' });
    const way = await answeredOnce(scene, async () => {
      await scene.pbx.until(() => scene.pbx.held === 1, 10_000);
      scene.slack.passes(31 * 60_000);
      scene.pbx.release();
    });
    return { reads: 'the summary', also: way };
  },
};

const foreign: Fault = {
  id: 'S8',
  says: 'a command carries a response_url that is not Slack’s',
  expected: 'nothing is sent there; the summary comes another way',
  async inject(scene) {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.end('ok');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    const way = await answeredOnce(scene, nothingMore, { response_url: `http://127.0.0.1:${port}/commands/T/1/x` });
    elsewhere.close();
    assert.equal(visits, 0);
    return { reads: 'the summary', also: `${way}; nobody came there` };
  },
};

const noWindow = (id: string, says: string, fault: SlackFault): Fault => ({
  id,
  says,
  expected: 'told where the person can read it; the next click opens the window',
  async inject(scene) {
    const { slack } = scene;
    const { agent } = slack.people;
    const before = slack.messagesIn(agent).length;
    slack.script('views.open', fault);
    await slack.choosesGlobalShortcut(agent, 'find_call_summary');
    const told = await slack.until(() => slack.messagesIn(agent)[before], { ms: 20_000 });
    assert.match(told.text, /did not let me show you that/);
    await slack.choosesGlobalShortcut(agent, 'find_call_summary');
    await windowSays(scene, /Find call summary|Recent call/);
    await slack.closes(agent);
    return { reads: told.text.split('\n')[0] ?? '', also: 'in the conversation with the app' };
  },
});

const outage: Fault = {
  id: 'S13c',
  says: 'Slack’s API is gone while people go on typing commands, then back',
  expected: 'acknowledged; told that the app cannot tell who they are, or nothing; then as before',
  setting: {},
  async inject(scene) {
    await scene.slack.apiDown('reset');
    const { reads, delivery } = await asks(scene);
    assert.match(reads, /couldn’t check with Slack who you are/);
    assert.ok(delivery.ackedWithin3s);
    assert.equal(scene.pbx.count('cdr/getaisummary'), 0);
    await scene.slack.apiUp();
    return { reads, also: 'the PBX was not asked' };
  },
};

/** An answer does not get to the person by the usual way. */
export const answering: readonly Fault[] = [
  refusedUrl('S7a', 'the response_url is gone (404)', { response_url: { status: 404 } }),
  expired,
  refusedUrl('S7c', 'the response_url is gone (410), and the app is not in the channel', {
    response_url: { status: 410 },
    'chat.postEphemeral': { error: 'not_in_channel' },
  }),
  refusedUrl('S7d', 'the response_url takes the answer and answers 500', {
    response_url: { status: 500, stored: true },
  }),
  refusedUrl('S7e', 'the response_url takes the answer and breaks the connection', {
    response_url: { reset: true, stored: true },
  }),
  refusedUrl('S7f', 'the response_url answers 429', { response_url: { status: 429 } }),
  foreign,
  outage,
  noWindow('S18', 'the trigger of a shortcut has expired', { error: 'expired_trigger_id' }),
  noWindow('S19', 'Slack never answers when a window is to be opened', { hang: true }),
];
