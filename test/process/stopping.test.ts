import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askUntil } from '../transports/raw-http.ts';
import { type RunningApp, startApp } from './spawned-app.ts';

const documentedCommand = '/callsummary 20260513223234-3EE9E 3202';
const documentedFields = { cdr_id: '20260513223234-3EE9E', extension_number: '3202' };

const agentTypes = ({ slack }: RunningApp, line = documentedCommand) =>
  slack.types(slack.people.agent, slack.channels.support, line);
const agentReads = ({ slack }: RunningApp, words: RegExp) =>
  slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support).find(({ text }) => words.test(text)));

/** A command whose answer the PBX holds back. */
async function askWhilePbxHolds(app: RunningApp): Promise<void> {
  app.pbx.script('cdr/getaisummary', { kind: 'hold' });
  await agentTypes(app);
  await app.pbx.until(() => app.pbx.held === 1, 5_000);
}

for (const transport of ['http', 'socket'] as const) {
  test(`after SIGTERM running work ends well, new work is told to come again, and the exit code is 0 (${transport})`, async () => {
    await using app = await startApp({ slack: { transport } });
    await askWhilePbxHolds(app);
    const startedAt = performance.now();
    app.child.kill('SIGTERM');
    await askUntil(app.port, '/readyz', 503);
    assert.equal((await agentTypes(app)).status, 200);
    await agentReads(app, /I am just restarting\. Try again in a moment\./);
    app.pbx.release();
    await agentReads(app, /Investigate the login loop issue/);
    assert.deepEqual(await app.ended, [0, null]);
    assert.ok(performance.now() - startedAt < 10_000);
  });
}

test('further signals cut nothing off, and forms and shortcuts are told to come again too', async () => {
  await using app = await startApp();
  const { slack } = app;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await slack.until(() => slack.viewOf(agent)?.submit ?? undefined);
  await askWhilePbxHolds(app);
  app.child.kill('SIGTERM');
  await askUntil(app.port, '/readyz', 503);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) app.child.kill(signal);
  const shortcut = await slack.choosesMessageShortcut(agent, slack.messages.incidentRoot, 'view_call_summary');
  const form = await slack.submits(agent, documentedFields);
  assert.deepEqual([shortcut.status, form.status], [200, 200]);
  const isRefusal = ({ text }: { readonly text: string }) => /just restarting/.test(text);
  await slack.until(() => slack.seenBy(agent, slack.channels.incident).find(isRefusal));
  await slack.until(() => slack.messagesIn(agent).find(isRefusal));
  app.pbx.release();
  await agentReads(app, /Investigate the login loop issue/);
  assert.deepEqual(await app.ended, [0, null]);
});

test('fifty running commands all get their answer before the program ends', async () => {
  await using app = await startApp();
  const { slack, pbx } = app;
  pbx.script('cdr/getaisummary', { kind: 'hold' }, 50);
  const legs = Array.from({ length: 50 }, (_, index) => `20260513223234-3EE${String(index).padStart(2, '0')}`);
  await Promise.all(legs.map((leg) => agentTypes(app, `/callsummary ${leg} 3202`)));
  await pbx.until(() => pbx.held === 4, 5_000);
  app.child.kill('SIGTERM');
  await askUntil(app.port, '/readyz', 503);
  pbx.clearScript();
  pbx.release();
  await slack.until(() => slack.seenBy(slack.people.agent, slack.channels.support).length === 50 || undefined);
  assert.deepEqual(await app.ended, [0, null]);
});
