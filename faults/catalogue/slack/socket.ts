import assert from 'node:assert/strict';
import type { Fault as SlackFault } from '../../../simulators/slack/index.ts';
import { ask, askUntil } from '../../../test/transports/raw-http.ts';
import type { Fault } from '../../fault.ts';
import { asks, command, isSummary, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

const setting = { transport: 'socket' } as const;

/** The connection ends in some way; the app opens another one. */
const ends = (id: string, says: string, end: (scene: Scene) => void): Fault => ({
  id,
  says,
  expected: 'another connection, and commands as before',
  setting,
  async inject(scene) {
    await readsSummary(scene);
    const startedAt = performance.now();
    end(scene);
    await scene.slack.socketReady({ ms: 30_000 });
    const ms = Math.round(performance.now() - startedAt);
    await askUntil(scene.app.port, '/readyz', 200);
    await readsSummary(scene);
    return { reads: 'the summary', also: `connected again after ${ms} ms` };
  },
});

const asJson = { 'content-type': 'application/json' };
const refusals: readonly SlackFault[] = [
  { status: 500 },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 429 },
  { error: 'invalid_auth' },
  { error: 'account_inactive' },
  { error: 'internal_error' },
  { error: 'too_many_websockets' },
  { status: 200, body: '<html>Slack is down</html>' },
  { status: 200, headers: asJson, body: '{"ok":true}' },
  { status: 200, headers: asJson, body: '{"ok":true,"url":"ws://127.0.0.1:9/"}' },
  { reset: true },
];

const noNewOne: Fault = {
  id: 'S11e',
  says: `the connection breaks, and Slack will not give another, in ${refusals.length} ways one after the other`,
  expected: 'goes on asking, and commands as before each time',
  setting,
  boundMs: 120_000,
  async inject(scene) {
    const { slack } = scene;
    for (const fault of refusals) {
      slack.script('apps.connections.open', fault);
      slack.dropsSocket();
      await slack.socketReady({ ms: 20_000 });
      await askUntil(scene.app.port, '/readyz', 200);
      await readsSummary(scene);
    }
    return { reads: 'the summary', also: `${refusals.length} times` };
  },
};

const down: Fault = {
  id: 'S11f',
  says: 'nothing listens at Slack any more, for a while',
  expected: 'lives, says that it is not ready, and is ready again by itself',
  setting,
  async inject(scene) {
    const { slack, app } = scene;
    const isDown = slack.apiDown('refused');
    slack.dropsSocket();
    await isDown;
    await askUntil(app.port, '/readyz', 503);
    assert.equal((await ask(app.port, { path: '/healthz' })).status, 200);
    await slack.apiUp();
    await slack.socketReady({ ms: 20_000 });
    await askUntil(app.port, '/readyz', 200);
    return { also: '/readyz 503 meanwhile, /healthz 200' };
  },
};

/** The connection breaks around an acknowledgement, so that Slack brings the command again. */
const cut = (id: string, says: string, at: 'envelope' | 'ack'): Fault => ({
  id,
  says,
  expected: 'one question, one answer',
  setting,
  async inject(scene) {
    const { slack, pbx } = scene;
    await readsSummary(scene);
    const summaries = () =>
      slack.seenBy(slack.people.agent, slack.channels.support).filter(({ text }) => isSummary(text)).length;
    const before = { asked: pbx.count('*'), summaries: summaries() };
    slack.dropsSocket({ at });
    await asks(scene);
    await slack.socketReady({ ms: 20_000 });
    await slack.until(
      () => slack.envelopes.every(({ acked, retryAttempt }) => acked || retryAttempt === 0) || undefined,
    );
    await asks(scene, '/callsummary help');
    assert.deepEqual(
      { asked: pbx.count('*') - before.asked, summaries: summaries() - before.summaries },
      { asked: 1, summaries: 1 },
    );
    return { reads: 'the summary', also: 'once' };
  },
});

const dead: Fault = {
  id: 'S11d',
  says: 'the connection stays open and is dead',
  expected: 'noticed, replaced, and commands as before',
  setting,
  async inject(scene) {
    const { slack, app } = scene;
    await readsSummary(scene);
    const opened = slack.callsTo('apps.connections.open').length;
    const startedAt = performance.now();
    slack.silencesSocket();
    await slack.until(() => slack.callsTo('apps.connections.open')[opened]?.outcome, { ms: 30_000 });
    const ms = Math.round(performance.now() - startedAt);
    await askUntil(app.port, '/readyz', 200);
    return { also: `noticed after ${ms} ms` };
  },
};

const downAtStart: Fault = {
  id: 'S13a',
  says: 'Slack cannot be reached when the app starts (HTTP)',
  expected: 'starts and acknowledges; works as soon as Slack is back',
  setting: { isEmpty: true },
  async inject(scene) {
    const { slack } = scene;
    await slack.apiDown('refused');
    await scene.start();
    const { ackedWithin3s } = await slack.types(slack.people.agent, slack.channels.support, command);
    assert.ok(ackedWithin3s);
    await slack.apiUp();
    return { also: 'acknowledged; the answer to that command is lost' };
  },
};

const deafAtStart: Fault = {
  id: 'S13b',
  says: 'Slack breaks every connection while the app starts (Socket Mode)',
  expected: 'starts, goes on asking, and connects',
  setting: { ...setting, isEmpty: true },
  async inject(scene) {
    const { slack } = scene;
    slack.script('apps.connections.open', { reset: true }, 3);
    await scene.start();
    const { length } = slack.callsTo('apps.connections.open');
    assert.equal(length, 4);
    return { also: `asked for a connection ${length} times` };
  },
};

/** Socket Mode, while connections come and go. */
export const socketFaults: readonly Fault[] = [
  ends('S11a', 'Slack recycles the connection', ({ slack }) => slack.recyclesSocket()),
  ends('S11b', 'Slack announces the end of the connection', ({ slack }) => slack.recyclesSocket('warning')),
  ends('S11c', 'the connection breaks', ({ slack }) => slack.dropsSocket()),
  dead,
  noNewOne,
  down,
  cut('S12a', 'the connection breaks right after a command', 'envelope'),
  cut('S12b', 'the connection breaks before the acknowledgement is through', 'ack'),
  downAtStart,
  deafAtStart,
];
