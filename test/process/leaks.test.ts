import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault as PbxFault } from '../../simulators/pbx/index.ts';
import type { Fault as SlackFault } from '../../simulators/slack/index.ts';
import { scrape } from '../metrics/prometheus.ts';
import { canaries, canaryCall, canaryExtension, confidentialWords, noneIsSaid } from './canaries.ts';
import { agentSees, isComplete, lineOf, type RequestLine, requestLines } from './request-lines.ts';
import { type RunningApp, startApp } from './spawned-app.ts';

const command = `/callsummary ${canaries.leg} ${canaries.extension}`;
const fields = { cdr_id: canaries.leg, extension_number: canaries.extension };
const { signingSecret, botToken, appToken, clientSecret, pbxBody, pbxAddress, slackBody } = canaries;

const startWithCanaries = (transport: 'http' | 'socket') =>
  startApp({
    env: { LOG_LEVEL: 'debug' },
    slack: { transport, signingSecret, botToken, appToken },
    pbx: { clientSecret, calls: [canaryCall], extensions: [canaryExtension] },
  });

const types = ({ slack }: RunningApp, line = command, person: string = slack.people.agent.id) =>
  slack.types(person, slack.channels.support, line);

/** What the log calls it, and which words of Slack or the PBX lead there. */
async function pbxFaults(app: RunningApp): Promise<RequestLine[]> {
  const html = `<html>${pbxBody}</html>`;
  const faults: readonly PbxFault[] = [
    { kind: 'http-status', status: 404, html },
    { kind: 'raw', body: html },
    { kind: 'raw', body: JSON.stringify({ errcode: 0, data: { dst: { [pbxBody]: pbxBody, summary: pbxBody } } }) },
    { kind: 'redirect', status: 302, location: `http://127.0.0.1:9/${pbxAddress}` },
    { kind: 'errcode', errcode: 10005, fields: { errmsg: pbxBody } },
    { kind: 'errcode', errcode: 60001 },
    { kind: 'errcode', errcode: 2 },
  ];
  const lines: RequestLine[] = [];
  for (const fault of faults) {
    app.pbx.clearScript();
    app.pbx.script('cdr/getaisummary', fault, 2);
    const line = await lineOf(app, () => types(app));
    lines.push(line);
    if (line.outcome.startsWith('pbx_')) await agentReadsReference(app, line);
  }
  app.pbx.clearScript();
  return lines;
}

/** The reference a person reads is the one an administrator finds in the log. */
const agentReadsReference = (app: RunningApp, { reference }: RequestLine) =>
  app.slack.until(() => agentSees(app).includes(`Reference ${reference}`) || undefined);

async function slackFaults(app: RunningApp): Promise<RequestLine[]> {
  const faults: readonly (readonly [target: string, fault: SlackFault])[] = [
    ['response_url', { status: 500, body: slackBody }],
    ['response_url', { status: 404, body: slackBody }],
    ['response_url', { status: 302, headers: { location: `http://127.0.0.1:9/${slackBody}` } }],
    ['response_url', { reset: true }],
  ];
  const lines: RequestLine[] = [];
  for (const [target, fault] of faults) {
    app.slack.script(target, fault);
    lines.push(await lineOf(app, () => types(app)));
  }
  const shortcut = () => app.slack.choosesGlobalShortcut(app.slack.people.agent, 'find_call_summary');
  for (const fault of [
    { status: 200, body: `<html>${slackBody}</html>` },
    { error: 'expired_trigger_id' },
    { status: 503, body: slackBody },
  ]) {
    app.slack.script('views.open', fault);
    lines.push(await lineOf(app, shortcut));
  }
  return lines;
}

/** Posts into the incident thread: once as it should be, once with a Slack that does not confirm, once refused. */
async function posts(app: RunningApp): Promise<RequestLine[]> {
  const { slack } = app;
  const { agent } = slack.people;
  const lines: RequestLine[] = [];
  for (const fault of [undefined, { status: 200, body: slackBody.toUpperCase() }, { error: 'is_archived' }]) {
    const shortcut = () => slack.choosesMessageShortcut(agent, slack.messages.incidentAside, 'post_call_summary');
    lines.push(await lineOf(app, shortcut));
    lines.push(await lineOf(app, () => slack.submits(agent, { cdr_id: canaries.typed, extension_number: 'x' })));
    lines.push(await lineOf(app, () => slack.submits(agent, fields)));
    if (fault !== undefined) slack.script('chat.postMessage', fault);
    const posted = await lineOf(app, () => slack.submits(agent));
    if (fault !== undefined) await agentReadsReference(app, posted);
    lines.push(posted);
  }
  return lines;
}

test('in a session full of mishaps nothing confidential reaches the log or the metrics, and each request has its one line there', async () => {
  await using app = await startWithCanaries('http');
  const { slack, pbx } = app;
  const first = await types(app);
  const lines = [await app.until(() => requestLines(app)[0])];
  lines.push(await lineOf(app, () => types(app, `/callsummary ${canaries.typed}`)));
  lines.push(await lineOf(app, () => types(app, '/callsummary help')));
  lines.push(await lineOf(app, () => types(app, command, slack.people.lead.id)));
  lines.push(
    await lineOf(app, () =>
      slack.types(slack.people.agent, slack.channels.support, command, {
        override: { trigger_id: first.payload.trigger_id },
      }),
    ),
  );
  lines.push(...(await pbxFaults(app)), ...(await slackFaults(app)), ...(await posts(app)));
  await slack.sends({ body: `payload=${canaries.typed}`, signed: false });
  await slack.sends({ body: `payload=${canaries.typed}` });
  await slack.sends({ body: JSON.stringify({ event: canaries.typed }), contentType: 'application/json' });
  const tokens = { errcode: 0, access_token: canaries.accessToken, access_token_expire_time: 1800 };
  pbx.expireAccessTokens();
  pbx.expireRefreshTokens();
  pbx.script('get_token', { kind: 'raw', body: JSON.stringify(tokens) }, 2);
  lines.push(await lineOf(app, () => types(app)));
  pbx.changeClientSecret('another');
  lines.push(await lineOf(app, () => types(app)));
  const metrics = await scrape(app.port);
  app.child.kill('SIGTERM');
  assert.deepEqual(await app.ended, [0, null]);

  assert.deepEqual(requestLines(app), lines, 'as many lines as requests');
  for (const line of lines) isComplete(line);
  assert.ok(new Set(lines.map(({ outcome }) => outcome)).size >= 12, 'many ways to end were seen');
  noneIsSaid(app.said() + metrics.text, confidentialWords(slack, [first.payload]));
  assert.ok(metrics.seen('callsummary_answers_total').length >= 12, 'all of it was counted');
});

test('over Socket Mode nothing confidential reaches them either', async () => {
  await using app = await startWithCanaries('socket');
  const { slack } = app;
  const first = await types(app);
  await app.until(() => requestLines(app)[0]);
  await slack.redelivers(first);
  slack.script('apps.connections.open', { status: 200, body: `<html>${slackBody}</html>` });
  slack.script('apps.connections.open', {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: `{"ok":true,"url":"ws://127.0.0.1:9/${slackBody}"}`,
  });
  slack.script('apps.connections.open', { status: 503, body: slackBody });
  slack.dropsSocket();
  await slack.socketReady();
  slack.recyclesSocket();
  await slack.socketReady();
  const last = await types(app);
  await app.until(() => requestLines(app)[2]);
  const metrics = await scrape(app.port);
  app.child.kill('SIGTERM');
  assert.deepEqual(await app.ended, [0, null]);
  assert.equal(requestLines(app).length, 3);
  for (const line of requestLines(app)) isComplete(line);
  noneIsSaid(app.said() + metrics.text, confidentialWords(slack, [first.payload, last.payload]));
  assert.deepEqual(metrics.seen('callsummary_requests_total'), ['command 3']);
});
