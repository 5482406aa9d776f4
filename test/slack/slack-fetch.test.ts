import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { slackClientOptions } from '../../src/slack/client-options.ts';
import { createSlackFetch } from '../../src/slack/slack-fetch.ts';

const post = { method: 'POST', body: '{"text":"x"}' };

/** A web server for one test, and how often it was asked. */
async function site(t: TestContext, listener: RequestListener) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { url, requests: () => requests };
}

test("Slack's own addresses may be asked", async (t) => {
  const slack = await site(t, (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
  );
  const answer = await createSlackFetch(slack.url)(`${slack.url}api/chat.postMessage`, post);
  assert.deepEqual(await answer.json(), { ok: true });
});

test('an answer that leads elsewhere is not followed', async (t) => {
  const target = await site(t, (_request, response) => response.end('secret'));
  for (const status of [301, 302, 303, 307, 308]) {
    const slack = await site(t, (_request, response) =>
      response.writeHead(status, { location: target.url.href }).end(),
    );
    await assert.rejects(createSlackFetch(slack.url)(slack.url.href, post));
  }
  assert.equal(target.requests(), 0);
});

test('a foreign address is refused before anything is sent, however it is dressed up', async (t) => {
  const trap = await site(t, (_request, response) => response.end());
  const slackFetch = createSlackFetch(new URL('https://slack.com/api/'));
  const port = trap.url.port;
  const foreign = [
    trap.url.href,
    `http://hooks.slack.com@127.0.0.1:${port}/`,
    `http://hooks.slack.com:x@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/https://hooks.slack.com/`,
    `http://127.0.0.1:${port}\\@hooks.slack.com/`,
    `http://127.0.0.1:${port}#@hooks.slack.com/`,
    `http://2130706433:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `//127.0.0.1:${port}/`,
    'http://hooks.slack.com/commands/x',
    'https://hooks.slack.com:8443/commands/x',
    'https://hooks.slack.com.evil.example/commands/x',
    'https://slack.com.evil.example/api/',
    'https://evilhooks.slack.com/',
    'file:///etc/passwd',
    'data:text/plain,x',
    '',
    'not an address',
  ];
  for (const address of foreign) await assert.rejects(slackFetch(address, post), { statusCode: 403 }, address);
  assert.equal(trap.requests(), 0);
});

test('a Slack that never answers is given up after five seconds, in the Web API and at a response_url', async (t) => {
  const deadlines: number[] = [];
  t.mock.method(AbortSignal, 'timeout', (ms: number) => {
    deadlines.push(ms);
    return AbortSignal.abort(new DOMException('too late', 'TimeoutError'));
  });
  const slack = await site(t, () => {});
  await assert.rejects(createSlackFetch(slack.url)(slack.url.href, post), { name: 'TimeoutError' });
  assert.deepEqual(deadlines, [5_000]);
  assert.equal(slackClientOptions(slack.url).timeout, 5_000);
});

test('a deadline somebody else set is kept', async (t) => {
  const slack = await site(t, () => {});
  const signal = AbortSignal.abort(new Error('given up by the caller'));
  await assert.rejects(createSlackFetch(slack.url)(slack.url.href, { ...post, signal }), /given up by the caller/);
});

test('the Web API is asked once, never at an address of somebody else, and no options are shared', () => {
  const apiUrl = new URL('https://slack.com/api/');
  const { retryConfig, rejectRateLimitedCalls, allowAbsoluteUrls, headers } = slackClientOptions(apiUrl);
  assert.deepEqual(retryConfig, { retries: 0 });
  assert.deepEqual([rejectRateLimitedCalls, allowAbsoluteUrls, headers], [true, false, undefined]);
  assert.notEqual(slackClientOptions(apiUrl), slackClientOptions(apiUrl));
});
