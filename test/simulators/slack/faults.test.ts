import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSlack } from '../../../simulators/slack/index.ts';
import { call, post, respond } from './calling.ts';
import { openModal } from './opening.ts';
import { modal, plain } from './small-blocks.ts';
import { standInApp } from './stand-in-app.ts';

test('a scripted error is answered as often as asked for, without anything being stored', async () => {
  await using slack = await startSlack();
  const message = { channel: slack.channels.support.id, text: 'x' };
  slack.script('chat.postMessage', { error: 'restricted_action' }, 2);
  assert.equal((await call(slack, 'chat.postMessage', message)).error, 'restricted_action');
  assert.equal((await call(slack, 'chat.postMessage', message)).error, 'restricted_action');
  assert.equal((await call(slack, 'chat.postMessage', message)).ok, true);
  assert.equal(slack.messagesIn(slack.channels.support).length, 1);
  assert.deepEqual(
    slack.calls.map(({ outcome }) => outcome),
    ['restricted_action', 'restricted_action', 'ok'],
  );
});

test('several faults wait in a row, one method does not disturb another, and unscripts takes them all back', async () => {
  await using slack = await startSlack();
  slack.script('auth.test', { status: 500 });
  slack.script('auth.test', { error: 'fatal_error' }, Number.POSITIVE_INFINITY);
  assert.equal((await call(slack, 'users.info', { user: slack.people.agent.id })).ok, true);
  assert.equal((await post(slack, 'auth.test')).status, 500);
  assert.equal((await call(slack, 'auth.test')).error, 'fatal_error');
  assert.equal((await call(slack, 'auth.test')).error, 'fatal_error');
  slack.unscripts();
  assert.equal((await call(slack, 'auth.test')).ok, true);
});

test('a rate limit comes as 429 with the Retry-After it was given, however odd', async () => {
  await using slack = await startSlack();
  for (const wait of ['30', 'abc']) {
    slack.script('chat.postMessage', { status: 429, headers: { 'retry-after': wait }, body: '' });
    const response = await post(slack, 'chat.postMessage');
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, wait]);
  }
});

test('an error page can come instead of an answer', async () => {
  await using slack = await startSlack();
  slack.script('auth.test', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry</h1>' });
  const response = await post(slack, 'auth.test');
  assert.deepEqual([response.headers.get('content-type'), await response.text()], ['text/html', '<h1>Sorry</h1>']);
});

test('a call can be carried out although its answer is lost: reset, 500 or an error of Slack', async () => {
  await using slack = await startSlack();
  const message = { channel: slack.channels.support.id, text: 'x' };
  slack.script('chat.postMessage', { reset: true, stored: true });
  await assert.rejects(post(slack, 'chat.postMessage', message));
  slack.script('chat.postMessage', { status: 500, stored: true });
  assert.equal((await post(slack, 'chat.postMessage', message)).status, 500);
  slack.script('chat.postMessage', { error: 'internal_error', stored: true });
  assert.equal((await call(slack, 'chat.postMessage', message)).error, 'internal_error');
  assert.equal(slack.messagesIn(slack.channels.support).length, 3);
  slack.script('chat.postMessage', { reset: true });
  await assert.rejects(post(slack, 'chat.postMessage', message));
  assert.equal(slack.messagesIn(slack.channels.support).length, 3);
});

test('a call can hang until the app gives up, and stopping does not wait for it', async () => {
  await using slack = await startSlack();
  slack.script('auth.test', { hang: true });
  const hanging = fetch(`${slack.apiUrl}auth.test`, { method: 'POST', signal: AbortSignal.timeout(50) });
  await assert.rejects(hanging, { name: 'TimeoutError' });
  assert.equal(slack.calls[0]?.outcome, 'hang');
});

test('a call can be late', async () => {
  await using slack = await startSlack();
  slack.script('auth.test', { delayMs: 60 });
  const startedAt = performance.now();
  assert.equal((await call(slack, 'auth.test')).ok, true);
  assert.ok(performance.now() - startedAt >= 55);
});

test('an update held back takes effect after a later one, unless its hash says that it is outdated', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { agent } = slack.people;
  const opened = (await openModal(slack)).view as { id: string; hash: string };
  const update = (title: string, hash?: string) =>
    call(slack, 'views.update', { view_id: opened.id, view: modal({ title: plain(title) }), ...(hash && { hash }) });
  const overtaken = async (title: string, hash?: string) => {
    const gate = Promise.withResolvers<void>();
    slack.script('views.update', { heldUntil: gate.promise });
    const [count, held] = [slack.callsTo('views.update').length, update(title, hash)];
    await slack.until(() => slack.callsTo('views.update')[count]);
    assert.equal((await update('Later')).ok, true);
    assert.equal(slack.viewOf(agent)?.title.text, 'Later');
    gate.resolve();
    return await held;
  };
  assert.equal((await overtaken('Earlier')).ok, true);
  assert.equal(slack.viewOf(agent)?.title.text, 'Earlier');
  assert.equal((await overtaken('Earlier', slack.viewOf(agent)?.hash)).error, 'hash_conflict');
  assert.equal(slack.viewOf(agent)?.title.text, 'Later');
});

test('a call with a delay is carried out when it is answered, not when it comes in', async () => {
  await using slack = await startSlack();
  const { support } = slack.channels;
  slack.script('chat.postMessage', { delayMs: 40 });
  const late = call(slack, 'chat.postMessage', { channel: support.id, text: 'x' });
  await slack.until(() => slack.callsTo('chat.postMessage')[0]);
  assert.deepEqual(slack.messagesIn(support), []);
  assert.equal((await late).ok, true);
  assert.equal(slack.messagesIn(support).length, 1);
});

test('stopping does not wait for a call held back', async () => {
  await using slack = await startSlack();
  slack.script('auth.test', { heldUntil: new Promise(() => {}) });
  const held = assert.rejects(post(slack, 'auth.test'));
  await slack.until(() => slack.callsTo('auth.test')[0]);
  await slack.stop();
  await held;
  assert.equal(slack.callsTo('auth.test')[0]?.outcome, 'reset');
});

test('a fault of no known kind is refused', async () => {
  await using slack = await startSlack();
  // @ts-expect-error: what somebody at a terminal might type.
  assert.throws(() => slack.script('auth.test', { eror: 'fatal_error' }), /A fault has one of: error, status/);
});

test('a response_url can fail too', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { payload } = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  slack.script('response_url', { status: 410, body: 'gone' });
  assert.equal((await respond(String(payload.response_url), { text: 'x' })).status, 410);
  slack.script('response_url', { status: 500, stored: true });
  assert.equal((await respond(String(payload.response_url), { text: 'x' })).status, 500);
  assert.equal(slack.seenBy(slack.people.agent, slack.channels.support).length, 1);
});

test('while the API is down its calls break at once; response URLs still work', async () => {
  await using app = await standInApp();
  await using slack = await startSlack({ appUrl: app.url });
  const { payload } = await slack.types(slack.people.agent, slack.channels.support, '/callsummary');
  await slack.apiDown();
  await assert.rejects(post(slack, 'auth.test'));
  assert.equal((await respond(String(payload.response_url), { text: 'x' })).status, 200);
  await slack.apiUp();
  assert.equal((await call(slack, 'auth.test')).ok, true);
});

test('the whole port can refuse connections and come back on the same number', async () => {
  await using slack = await startSlack();
  await slack.apiDown('refused');
  await assert.rejects(
    post(slack, 'auth.test'),
    (error: { cause?: { code?: string } }) => error.cause?.code === 'ECONNREFUSED',
  );
  await slack.apiUp();
  assert.equal((await call(slack, 'auth.test')).ok, true);
});
