import assert from 'node:assert/strict';
import { askUntil } from '../../../test/transports/raw-http.ts';
import { crowdAsks, isRestarting } from '../../crowd.ts';
import type { Fault } from '../../fault.ts';
import { auditIsWhole, tokenRequests } from '../../ledger.ts';
import { asks, command, inWords, isSummary, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

const noSummary = /No AI summary is available/;
/** As many as four people may wait for at the same time. */
const inFlight = 20;

const drained: Fault = {
  id: 'K2',
  says: `SIGTERM with ${inFlight} commands in flight`,
  expected: 'all of them answered, none cut off, newcomers told to come again, exit code 0 within 10 s',
  setting: {},
  async inject(scene) {
    const { pbx, app } = scene;
    await readsSummary(scene);
    pbx.script('cdr/getaisummary', { kind: 'hold' }, 4);
    const { areAllAcked, texts, areAnswered } = await crowdAsks(scene, inFlight);
    await pbx.until(() => pbx.held === 4, 10_000);
    const startedAt = performance.now();
    app.child.kill('SIGTERM');
    await askUntil(app.port, '/readyz', 503);
    const newcomer = await asks(scene, '/callsummary help');
    assert.match(newcomer.reads, isRestarting);
    assert.deepEqual({ areAllAcked, read: texts() }, { areAllAcked: true, read: [] });
    pbx.release();
    await areAnswered();
    assert.deepEqual(await app.ended, [0, null]);
    const ms = Math.round(performance.now() - startedAt);
    assert.ok(ms < 10_000, `ended after ${ms} ms`);
    assert.equal(texts().filter((text) => noSummary.test(text)).length, inFlight, texts().map(inWords).join());
    assert.equal(texts().length, inFlight);
    assert.match(app.said(), /"drained":true/);
    await scene.start();
    return { reads: newcomer.reads, also: `${inFlight} answers, drained, exit code 0 after ${ms} ms` };
  },
};

const hanging: Fault = {
  id: 'K2b',
  says: 'SIGTERM while the PBX hangs',
  expected: 'whoever waits is told; exit code 0 within 10 s',
  setting: {},
  async inject(scene) {
    await readsSummary(scene);
    scene.pbx.script('cdr/getaisummary', { kind: 'silence' });
    const asked = asks(scene);
    const before = scene.pbx.count('cdr/getaisummary');
    await scene.pbx.until(() => scene.pbx.count('cdr/getaisummary') > before || scene.pbx.openConnections > 0, 10_000);
    const startedAt = performance.now();
    scene.app.child.kill('SIGTERM');
    const { reads } = await asked;
    assert.deepEqual(await scene.app.ended, [0, null]);
    const ms = Math.round(performance.now() - startedAt);
    assert.ok(ms < 10_000, `${ms} ms`);
    await scene.start();
    return { reads, also: `exit code 0 after ${ms} ms` };
  },
};

/** SIGTERM, then what an impatient service manager does. */
const impatient = (
  id: string,
  says: string,
  second: 'SIGTERM' | 'SIGKILL',
  code: readonly [number | null, string | null],
): Fault => ({
  id,
  says,
  expected:
    second === 'SIGKILL' ? 'as after any kill: up again, the audit log whole, the token there' : 'cuts nothing off',
  setting: {},
  async inject(scene) {
    const { slack, pbx, app } = scene;
    await readsSummary(scene);
    pbx.script('cdr/getaisummary', { kind: 'hold' });
    await slack.types(slack.people.agent, slack.channels.support, command);
    await pbx.until(() => pbx.held === 1, 10_000);
    app.child.kill('SIGTERM');
    await askUntil(app.port, '/readyz', 503);
    app.child.kill(second);
    if (second === 'SIGTERM') await askUntil(app.port, '/readyz', 503);
    const before = summariesOf(scene);
    pbx.release();
    assert.deepEqual(await app.ended, code);
    if (second === 'SIGTERM') assert.equal(summariesOf(scene) - before, 1);
    const tokens = tokenRequests(scene);
    await scene.start();
    await readsSummary(scene);
    assert.equal(tokenRequests(scene), tokens);
    await auditIsWhole(scene);
    return { also: second === 'SIGTERM' ? 'answered, then exit code 0' : 'no new sign-in after the restart' };
  },
});

const summariesOf = ({ slack }: Scene) =>
  slack.seenBy(slack.people.agent, slack.channels.support).filter(({ text }) => isSummary(text)).length;

/** Ends of the process that were asked for. */
export const stopped: readonly Fault[] = [
  drained,
  hanging,
  impatient('K3a', 'SIGTERM twice, with a command in flight', 'SIGTERM', [0, null]),
  impatient('K3b', 'SIGTERM, then SIGKILL, with a command in flight', 'SIGKILL', [null, 'SIGKILL']),
];
