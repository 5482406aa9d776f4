import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import type { Person } from '../../simulators/slack/index.ts';
import { scrape, scrapeAfter } from '../metrics/prometheus.ts';
import { openWorkplace, type Workplace } from '../support/workplace.ts';
import { ask, askUntil } from '../transports/raw-http.ts';
import { openAuditFile } from './audit-file.ts';

const leg = '20260513223234-3EE9E';
const documentedCall = `/callsummary ${leg} 3202`;

const types = async ({ slack }: Workplace, line = documentedCall, person: Person = slack.people.agent) =>
  void (await slack.types(person, slack.channels.support, line));

test('commands, answers and questions to the PBX are counted, and their durations are measured', async () => {
  await using place = await openWorkplace();
  await types(place);
  await scrapeAfter(place.port, 1);
  await types(place);
  await types(place, '/callsummary what');
  const { value, seen } = await scrapeAfter(place.port, 3);
  assert.deepEqual(seen('callsummary_requests_total'), ['command 3']);
  assert.deepEqual(seen('callsummary_answers_total'), ['ok 2', 'usage 1']);
  assert.deepEqual(seen('callsummary_ack_seconds_count'), ['command 3']);
  assert.deepEqual(seen('callsummary_answer_seconds_count'), ['command 3']);
  const seconds = value('callsummary_answer_seconds_sum', { kind: 'command' });
  assert.ok(seconds > value('callsummary_ack_seconds_sum', { kind: 'command' }) && seconds < 15, `${seconds} s`);
  const asked = ['cdr/getaisummary ok 2', 'extension/list ok 1', 'extension/search ok 1', 'get_token ok 1'];
  assert.deepEqual(seen('callsummary_pbx_requests_total'), asked);
  assert.deepEqual(
    seen('callsummary_pbx_request_seconds_count'),
    asked.map((one) => one.replace(' ok', '')),
  );
  assert.deepEqual(seen('callsummary_pbx_sign_ins_total'), ['ok 1']);
  assert.deepEqual(seen('callsummary_pbx_token_refreshes_total'), []);
  assert.deepEqual(seen('callsummary_access_allowed_total'), ['own_extension 4'], 'before and after each look-up');
  assert.deepEqual([value('callsummary_ready'), value('callsummary_pbx_in_flight')], [1, 0]);
});

test('shortcuts, buttons, forms and menus are counted by what they are', async () => {
  await using place = await openWorkplace();
  const { slack } = place;
  const { agent } = slack.people;
  await slack.choosesGlobalShortcut(agent, 'find_call_summary');
  await slack.until(() => JSON.stringify(slack.viewOf(agent) ?? '').includes('recent_calls') || undefined);
  await slack.opens(agent, 'view', 'recent_calls');
  await slack.submits(agent, { cdr_id: leg, extension_number: '3202' });
  await types(place);
  const answer = await slack.until(() => slack.seenBy(agent, slack.channels.support)[0]);
  await slack.clicks(agent, answer, 'share_call_summary');
  const { seen } = await scrapeAfter(place.port, 5);
  const once = ['action 1', 'command 1', 'options 1', 'shortcut 1', 'view 1'];
  assert.deepEqual(seen('callsummary_requests_total'), once);
  assert.deepEqual(seen('callsummary_answer_seconds_count'), once);
  assert.deepEqual(seen('callsummary_ack_seconds_count'), once);
  assert.deepEqual(seen('callsummary_answers_total'), ['ok 5']);
});

test('what the PBX does wrong shows as an outcome, of its request and of the answer', async () => {
  await using place = await openWorkplace();
  const { pbx } = place;
  await types(place);
  await scrapeAfter(place.port, 1);
  const faults = [
    [{ kind: 'errcode', errcode: 60001 }, 'no_data', 'summary_not_found'],
    [{ kind: 'errcode', errcode: 2 }, 'not_ready', 'summary_not_ready'],
    [{ kind: 'errcode', errcode: 10005 }, 'pbx_not_set_up', 'pbx_not_set_up'],
    [{ kind: 'raw', body: 'nonsense' }, 'pbx_unexpected', 'pbx_unexpected'],
    [{ kind: 'http-status', status: 429 }, 'pbx_overloaded', 'pbx_overloaded'],
  ] as const;
  for (const [index, [fault, outcome, answer]] of faults.entries()) {
    pbx.script('cdr/getaisummary', fault, 10);
    await types(place);
    const { value } = await scrapeAfter(place.port, index + 2);
    assert.ok(value('callsummary_pbx_requests_total', { endpoint: 'cdr/getaisummary', outcome }) >= 1, outcome);
    assert.equal(value('callsummary_answers_total', { outcome: answer }), 1, answer);
    pbx.clearScript();
  }
});

test('a refreshed token, a sign-in and a refused one are counted apart', async () => {
  await using place = await openWorkplace();
  const { pbx, port } = place;
  await types(place);
  await scrapeAfter(port, 1);
  pbx.expireAccessTokens();
  await types(place);
  const refreshed = await scrapeAfter(port, 2);
  assert.deepEqual(refreshed.seen('callsummary_pbx_token_refreshes_total'), ['ok 1']);
  assert.deepEqual(refreshed.seen('callsummary_pbx_sign_ins_total'), ['ok 1']);
  assert.equal(
    refreshed.value('callsummary_pbx_requests_total', { endpoint: 'cdr/getaisummary', outcome: 'token_expired' }),
    1,
  );
  pbx.expireAccessTokens();
  pbx.expireRefreshTokens();
  pbx.changeClientSecret('another');
  await types(place);
  const { seen } = await scrapeAfter(port, 3);
  assert.deepEqual(seen('callsummary_pbx_sign_ins_total'), ['ok 1', 'pbx_sign_in_refused 1']);
  assert.equal(seen('callsummary_pbx_token_refreshes_total').length, 2, 'the old token, and one that is refused');
  assert.deepEqual(seen('callsummary_answers_total'), ['ok 2', 'pbx_sign_in_refused 1']);
});

test('questions that wait for the PBX show as a queue while they wait, and a full one as busy answers', async () => {
  await using place = await openWorkplace({
    overrides: { personAtOnce: 50, pbx: { limits: { connections: 1, waiting: 2 } } },
  });
  const { pbx, port } = place;
  await types(place);
  await scrapeAfter(port, 1);
  pbx.script('cdr/getaisummary', { kind: 'hold' }, 3);
  for (const another of ['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD'])
    await types(place, `/callsummary 20260513223234-${another} 3202`);
  await pbx.until(() => pbx.held === 1);
  const meanwhile = await scrapeAfter(port, 2);
  assert.deepEqual(meanwhile.seen('callsummary_answers_total'), ['busy 1', 'ok 1']);
  assert.equal(meanwhile.value('callsummary_pbx_in_flight'), 1);
  assert.equal(meanwhile.value('callsummary_pbx_queue_length'), 2);
  pbx.clearScript();
  pbx.release();
  const afterwards = await scrapeAfter(port, 5);
  assert.equal(afterwards.value('callsummary_pbx_in_flight'), 0);
  assert.equal(afterwards.value('callsummary_pbx_queue_length'), 0);
});

test('who is refused is counted by the rule, and so is what the store could not take', async () => {
  using audit = openAuditFile();
  await using place = await openWorkplace(audit);
  const { guest } = place.slack.people;
  await types(place, documentedCall, guest);
  await types(place, '/callsummary', guest);
  const refused = await scrapeAfter(place.port, 2);
  assert.deepEqual(refused.seen('callsummary_access_refused_total'), ['guest 2']);
  assert.deepEqual(refused.seen('callsummary_access_allowed_total'), []);
  rmSync(audit.env.CALLSUMMARY_STORE_FILE);
  await types(place);
  const { seen } = await scrapeAfter(place.port, 3);
  assert.deepEqual(seen('callsummary_answers_total'), ['not_allowed 2', 'store_unavailable 1']);
});

test('signed nonsense is counted as malformed, and what nobody signed is not counted', async () => {
  await using place = await openWorkplace();
  await place.slack.sends({ body: 'command=%2Fcallsummary&team_id=T0HELPDESK1&text=help' });
  await place.slack.sends({ body: 'payload=nonsense', signed: false });
  const { seen } = await scrapeAfter(place.port, 1);
  assert.deepEqual(seen('callsummary_answers_total'), ['malformed 1']);
  assert.deepEqual(seen('callsummary_requests_total'), []);
});

test('over Socket Mode the same is read on the port for health, with the connection’s ups and downs', async () => {
  await using place = await openWorkplace({ slack: { transport: 'socket' } });
  await types(place);
  const before = await scrapeAfter(place.port, 1);
  assert.deepEqual(before.seen('callsummary_answers_total'), ['ok 1']);
  assert.deepEqual(before.seen('callsummary_socket_changes_total'), ['connected 1']);
  place.slack.script('apps.connections.open', { status: 503 });
  place.slack.dropsSocket();
  await askUntil(place.port, '/readyz', 503);
  assert.equal((await scrape(place.port)).value('callsummary_ready'), 0);
  await askUntil(place.port, '/readyz', 200);
  const { seen, value } = await scrape(place.port);
  assert.equal(value('callsummary_ready'), 1);
  assert.deepEqual(seen('callsummary_socket_changes_total'), ['connected 2', 'disconnected 1', 'refused 1']);
});

test('at an address of its own it is read by whoever reaches it, and no longer beside Slack’s requests', async () => {
  await using place = await openWorkplace({ env: { CALLSUMMARY_METRICS_LISTEN: '127.0.0.1:0' } });
  const port = Number(/"port":(\d+),"msg":"metrics"/.exec(place.log())?.[1]);
  const { status, text } = await ask(port, { path: '/metrics', headers: { host: 'metrics.example' } });
  assert.deepEqual([status, /^callsummary_ready 1$/m.test(text)], [200, true]);
  assert.equal((await ask(place.port, { path: '/metrics' })).status, 404);
  assert.equal((await ask(port, { path: '/slack/events', method: 'POST' })).status, 404);
  await place.app.stop();
  await assert.rejects(ask(port, { path: '/metrics' }));
});

test('every app counts for itself', async () => {
  await using one = await openWorkplace();
  await using other = await openWorkplace();
  await types(one);
  assert.deepEqual((await scrapeAfter(one.port, 1)).seen('callsummary_answers_total'), ['ok 1']);
  assert.deepEqual((await scrape(other.port)).seen('callsummary_answers_total'), []);
});

test('labels have words of ours, every one of them from the start, and Node tells about the process', async () => {
  await using place = await openWorkplace();
  const before = await scrape(place.port);
  await types(place);
  await types(place, '/callsummary', place.slack.people.guest);
  const after = await scrapeAfter(place.port, 2);
  const seriesOf = ({ families }: typeof before) =>
    [...families.values()]
      .filter(({ name }) => name.startsWith('callsummary_'))
      .flatMap(({ samples }) => samples.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`));
  assert.deepEqual(seriesOf(after), seriesOf(before), 'nothing anybody does makes a new series');
  for (const { name, samples } of after.families.values())
    if (name.startsWith('callsummary_'))
      for (const { labels } of samples)
        for (const [label, word] of Object.entries(labels))
          assert.match(word, label === 'le' ? /^[0-9.]+$|^\+Inf$/ : /^[a-z_/]+$/, name);
  for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes'])
    assert.ok(after.value(name) >= 0, name);
});
