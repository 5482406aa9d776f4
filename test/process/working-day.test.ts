import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Delivery, Person, SlackMessage, Suggested } from '../../simulators/slack/index.ts';
import { scrape } from '../metrics/prometheus.ts';
import { windowSays } from './at-work.ts';
import { canaries, canaryExtension, confidentialWords, noneIsSaid, recentCanaryCall } from './canaries.ts';
import { agentSees, isComplete, lineOf, type RequestLine, requestLines } from './request-lines.ts';
import { type RunningApp, startApp } from './spawned-app.ts';
import { openStoreFolder, type StoreFolder } from './store-folder.ts';

const { signingSecret, botToken, clientSecret, extension } = canaries;
const call = recentCanaryCall();
const command = `/callsummary ${call.cdrId} ${extension}`;

/** The app of an agent who reads the calls of their own extension, with a store and an access file. */
async function startDay({ folder, env }: StoreFolder): Promise<RunningApp> {
  const accessFile = join(folder, 'access.yml');
  writeFileSync(accessFile, `contact: Ask ${canaries.contact}.`);
  const app = await startApp({
    env: { ...env, LOG_LEVEL: 'debug', CALLSUMMARY_ADMINS: '', CALLSUMMARY_ACCESS_FILE: accessFile },
    slack: { transport: 'http', signingSecret, botToken },
    pbx: { clientSecret, timeZone: '+00:00', calls: [call], extensions: [canaryExtension] },
  });
  app.slack.change.person(app.slack.people.agent, { email: canaries.email });
  return app;
}

/** Takes down what Slack sent about each thing somebody did, and the one line the log has about it. */
function createDiary(app: RunningApp) {
  const lines: RequestLine[] = [];
  const payloads: Record<string, unknown>[] = [];
  return {
    payloads,
    /** Each line as surface and outcome. */
    read: () => lines.map(({ surface, outcome }) => `${surface} ${outcome}`),
    lines,
    async note(act: () => Promise<Delivery | Suggested | undefined>): Promise<Delivery | Suggested | undefined> {
      const done: (Delivery | Suggested | undefined)[] = [];
      lines.push(await lineOf(app, async () => done.push(await act())));
      const [delivery] = done;
      if (delivery !== undefined && 'payload' in delivery) payloads.push(delivery.payload);
      return delivery;
    },
  };
}
type Diary = ReturnType<typeof createDiary>;

const saysInSupport = ({ slack }: RunningApp, person: Person, words: RegExp) =>
  slack.until(() => slack.seenBy(person, slack.channels.support).find((one) => words.test(JSON.stringify(one))));

/** Reads by command, is refused, and picks from the list in the channel. */
async function reads(app: RunningApp, { note }: Diary): Promise<void> {
  const { slack } = app;
  const { agent, colleague } = slack.people;
  const { support } = slack.channels;
  await note(() => slack.types(agent, support, command));
  assert.match(agentSees(app), new RegExp(`${canaries.summary}[\\s\\S]*${canaries.phone}`));
  await note(() => slack.types(colleague, support, command));
  await saysInSupport(app, colleague, new RegExp(canaries.contact));
  await note(() => slack.types(agent, support, '/callsummary'));
  const list = await saysInSupport(app, agent, new RegExp(canaries.caller));
  await note(() => slack.clicks(agent, list, 'show_call_summary'));
}

/** Searches in the menu of the form, and opens the call that is found. */
async function picks(app: RunningApp, { note }: Diary): Promise<void> {
  const { slack } = app;
  const { agent } = slack.people;
  const search = (typed: string) => note(() => slack.typesInto(agent, 'view', 'recent_calls', typed));
  await note(() => slack.choosesGlobalShortcut(agent, 'find_call_summary'));
  await windowSays(app, agent, /Recent call/);
  for (const time of ['opened', 'opened again within the same second']) {
    const all = await note(() => slack.opens(agent, 'view', 'recent_calls'));
    assert.equal(optionsIn(all).length, 1, time);
  }
  assert.deepEqual(optionsIn(await search(canaries.searched)), []);
  const [found] = optionsIn(await search(canaries.caller));
  await slack.chooses(agent, 'view', 'recent_calls', found?.value ?? '');
  await note(() => slack.submits(agent));
  await windowSays(app, agent, new RegExp(canaries.summary));
}

const optionsIn = (menu: Delivery | Suggested | undefined) =>
  menu !== undefined && 'options' in menu ? menu.options : [];

/** Shares with masking; somebody else cannot take it back, the agent does. */
async function sharesAndRetracts(app: RunningApp, { note }: Diary): Promise<void> {
  const { slack } = app;
  const { agent, colleague } = slack.people;
  const summary = await saysInSupport(app, agent, /share_call_summary/);
  await note(() => slack.clicks(agent, summary, 'share_call_summary'));
  await windowSays(app, agent, /This is what they will read/);
  await note(() => slack.ticks(agent, 'view', 'masked', 'yes'));
  await windowSays(app, agent, /\[phone number\].*\[e-mail address\]/);
  await note(() => slack.submits(agent));
  const post = await slack.until(() => postIn(app));
  assert.match(JSON.stringify(post), /\[phone number\]/);
  assert.doesNotMatch(JSON.stringify(post), new RegExp(`${canaries.phone}|${canaries.writtenEmail}`));
  await note(() => slack.clicks(colleague, post, 'retract_call_summary'));
  await note(() => slack.clicks(agent, post, 'retract_call_summary'));
  assert.equal(postIn(app), undefined);
}

/** Looks for a call from a message while the PBX answers with nonsense. */
async function meetsNonsense(app: RunningApp, { note }: Diary): Promise<void> {
  const { slack, pbx } = app;
  pbx.script('api/download', { kind: 'raw', body: `[{"leg_id":"${canaries.downloadBody}",` });
  await note(() => slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentAside, 'view_call_summary'));
  assert.match(app.said(), /"recent calls"/);
}

const postIn = ({ slack }: RunningApp): SlackMessage | undefined =>
  slack.messagesIn(slack.channels.support).find(({ app_id }) => app_id !== undefined);

test('a working day leaves one line for each request, its acts in the audit log, and nothing confidential in either, or in the metrics', async () => {
  using place = openStoreFolder();
  await using app = await startDay(place);
  const diary = createDiary(app);
  for (const part of [reads, picks, sharesAndRetracts, meetsNonsense]) await part(app, diary);
  assert.deepEqual(diary.read(), [
    '/callsummary ok',
    '/callsummary not_allowed',
    '/callsummary ok',
    'show_call_summary ok',
    'find_call_summary ok',
    'recent_calls ok',
    'recent_calls ok',
    'recent_calls ok',
    'recent_calls ok',
    'find_call ok',
    'share_call_summary ok',
    'masked ok',
    'share_call_summary ok',
    'retract_call_summary retract_not_allowed',
    'retract_call_summary ok',
    'view_call_summary ok',
  ]);
  const tokens = await tokensKept(place, app);
  const words = [...confidentialWords(app.slack, diary.payloads), ...tokens, call.cdrId];
  assert.equal(place.files().length, 3, 'a journal is there to look into');
  nothingIsKept(place, words);
  const metrics = await scrape(app.port);
  app.child.kill('SIGTERM');
  assert.deepEqual(await app.ended, [0, null]);
  nothingIsKept(place, words);
  noneIsSaid(app.said() + metrics.text, words);
  assert.deepEqual(metrics.seen('callsummary_requests_total'), [
    'action 5',
    'command 3',
    'options 4',
    'shortcut 2',
    'view 2',
  ]);
  assert.deepEqual(requestLines(app), diary.lines, 'as many lines as requests');
  for (const line of diary.lines) isComplete(line);
  await everyActIsWritten(place);
});

/** Both tokens are in the store, for whoever has the secret. */
async function tokensKept(place: StoreFolder, { pbx }: RunningApp): Promise<readonly [string, string]> {
  const { accessToken, refreshToken } = (await place.tokens(pbx)) ?? {};
  assert.ok(accessToken !== undefined && refreshToken != null);
  return [accessToken, refreshToken];
}

/** Ids of people, calls and conversations are what the audit log is for; nothing else of all this may be in the store. */
function nothingIsKept(place: StoreFolder, words: readonly string[]): void {
  const ids: readonly string[] = [call.cdrId, extension];
  assert.deepEqual(place.holds(ids), ids, 'this way of looking does find what is there');
  assert.deepEqual(place.holds(words.filter((word) => !ids.includes(word))), []);
}

async function everyActIsWritten(place: StoreFolder): Promise<void> {
  const acts = new Set((await place.entries()).map(({ act, outcome }) => `${act} ${outcome}`));
  for (const act of ['asked', 'read', 'listed', 'shared', 'retracted']) assert.ok(acts.has(`${act} allowed`), act);
  for (const act of ['shared done', 'retracted done', 'refused denied', 'retract_refused denied'])
    assert.ok(acts.has(act), act);
}
