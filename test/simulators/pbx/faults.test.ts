import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { Fault, PbxSimulator } from '../../../simulators/pbx/index.ts';
import { oddAnswers } from '../../../simulators/pbx/index.ts';
import { askForToken, bounded, errcode, logIn, open, pbxFor, ping, send, urlOf } from './client.ts';

const agent = { 'user-agent': 'OpenAPI' };
const always = Number.POSITIVE_INFINITY;

/** One raw exchange with system/information under a scripted fault. */
function meet(pbx: PbxSimulator, fault: Fault, token = '') {
  pbx.script('system/information', fault);
  return send(urlOf(pbx, 'system/information', { token }), { headers: agent });
}

test('a scripted errcode is answered once, with its text and its fields, then all is as before', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  pbx.script('system/information', { kind: 'errcode', errcode: 70082, fields: { submsg: 'later' } });
  assert.deepEqual(await ping(pbx, token), { errcode: 70082, errmsg: 'OVERLOAD_TASK_RUNNING', submsg: 'later' });
  assert.equal(await errcode(ping(pbx, token)), 0);
});

test('a fault is played as often as written, at its endpoint only; "*" means any endpoint', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  pbx.script('get_token', { kind: 'errcode', errcode: -2 }, 2);
  assert.equal(await errcode(ping(pbx, token)), 0);
  const logins = [await errcode(askForToken(pbx)), await errcode(askForToken(pbx)), await errcode(askForToken(pbx))];
  assert.deepEqual(logins, [-2, -2, 0]);
  pbx.script('*', { kind: 'errcode', errcode: 70087 }, always);
  assert.equal(await errcode(ping(pbx, token)), 70087);
  assert.equal(await errcode(askForToken(pbx)), 70087);
  pbx.clearScript();
  assert.equal(await errcode(ping(pbx, token)), 0);
});

test('every second call can fail', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  pbx.script('*', { kind: 'cycle', of: [{ kind: 'none' }, { kind: 'errcode', errcode: 10004 }] }, always);
  const codes: unknown[] = [];
  for (let turn = 0; turn < 5; turn += 1) codes.push(await errcode(ping(pbx, token)));
  assert.deepEqual(codes, [0, 10004, 0, 10004, 0]);
});

test('a delayed answer comes after the delay and not before', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const start = performance.now();
  const reply = await meet(pbx, { kind: 'delay', milliseconds: 60 }, token);
  assert.ok(performance.now() - start >= 59);
  assert.equal(JSON.parse(reply.body.toString()).errcode, 0);
  const failed = await meet(pbx, { kind: 'delay', milliseconds: 1, next: { kind: 'http-status', status: 503 } });
  assert.equal(failed.status, 503);
});

test('held answers wait for the release and are decided only then', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  pbx.script('system/information', { kind: 'hold' }, always);
  const answers = Array.from({ length: 50 }, () => errcode(ping(pbx, token)));
  await pbx.until(() => pbx.held === 50);
  pbx.expireAccessTokens();
  pbx.release();
  assert.deepEqual(await Promise.all(answers), new Array(50).fill(10004));
  assert.equal(pbx.held, 0);
});

test('a held answer is forgotten when its client leaves', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('system/information', { kind: 'hold', next: { kind: 'silence' } });
  const leaving = new AbortController();
  const answer = send(urlOf(pbx, 'system/information'), { headers: agent, signal: leaving.signal });
  await pbx.until(() => pbx.held === 1);
  leaving.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await pbx.until(() => pbx.held === 0 && pbx.openConnections === 0);
});

test('silence reads the request and never answers, until the client gives up', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('get_token', { kind: 'silence' });
  const leaving = new AbortController();
  const headers = { ...agent, 'content-type': 'application/json' };
  const options = { method: 'POST', headers, signal: leaving.signal };
  const body = JSON.stringify({ username: pbx.clientId, password: pbx.clientSecret });
  const answer = send(urlOf(pbx, 'get_token'), options, body);
  await pbx.until(() => pbx.count('get_token') === 1);
  assert.equal(pbx.openConnections, 1);
  leaving.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await pbx.until(() => pbx.openConnections === 0);
  assert.equal(pbx.liveTokens, 0);
});

test('a reset before or inside the headers leaves the client without an answer', bounded, async (t) => {
  const pbx = await pbxFor(t);
  await assert.rejects(meet(pbx, { kind: 'reset', at: 'before-headers' }), { code: 'ECONNRESET' });
  await assert.rejects(meet(pbx, { kind: 'reset', at: 'mid-headers' }), { code: 'ECONNRESET' });
});

test('a reset inside the headers comes after readable header bytes', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('system/information', { kind: 'reset', at: 'mid-headers' });
  const socket = connect(Number(new URL(pbx.url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (bytes) => {
    received += bytes.toString();
  });
  socket.write('GET /openapi/v1.0/system/information HTTP/1.1\r\nHost: pbx\r\nUser-Agent: OpenAPI\r\n\r\n');
  const [error]: Error[] = await once(socket, 'error');
  assert.ok(error && 'code' in error && error.code === 'ECONNRESET');
  assert.match(received, /^HTTP\/1\.1 200 OK\r\nContent-Type: [a-z/]+$/);
});

test('a reset inside the body comes after the headers and half of the body', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('system/information', { kind: 'reset', at: 'mid-body' });
  const response = await open(urlOf(pbx, 'system/information'), { headers: agent });
  assert.equal(response.statusCode, 200);
  let received = 0;
  response.on('data', (bytes: Buffer) => {
    received += bytes.byteLength;
  });
  await assert.rejects(once(response, 'end'), { code: 'ECONNRESET' });
  assert.ok(received > 0 && received < Number(response.headers['content-length']));
});

test('a login whose answer is reset has used up a token all the same', bounded, async (t) => {
  const pbx = await pbxFor(t);
  for (const at of ['before-headers', 'mid-headers', 'mid-body'] as const) {
    pbx.script('get_token', { kind: 'reset', at });
    await assert.rejects(askForToken(pbx));
  }
  assert.equal(pbx.liveTokens, 3);
});

test('a dripping answer arrives whole, one byte at a time', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('system/information', { kind: 'drip', millisecondsPerByte: 1 });
  const response = await open(urlOf(pbx, 'system/information'), { headers: agent });
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(Buffer.from(piece));
  assert.deepEqual(JSON.parse(Buffer.concat(pieces).toString()), { errcode: 10004, errmsg: 'TOKEN EXPIRED' });
  assert.ok(pieces.length > 10, `${pieces.length} pieces`);
});

test('a drip stops when the client leaves', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('system/information', { kind: 'drip', millisecondsPerByte: 1_000_000 });
  const response = await open(urlOf(pbx, 'system/information'), { headers: agent });
  response.destroy();
  await pbx.until(() => pbx.openConnections === 0);
});

test('an HTTP status comes with HTML, or with the page and headers given', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const gateway = await meet(pbx, { kind: 'http-status', status: 502 });
  assert.equal(gateway.status, 502);
  assert.match(gateway.body.toString(), /^<html>.*502/s);
  const busy = { kind: 'http-status', status: 429, html: 'slow down', headers: { 'retry-after': '30' } } as const;
  const { status, headers, body } = await meet(pbx, busy);
  assert.deepEqual([status, headers['retry-after'], body.toString()], [429, '30', 'slow down']);
});

test('a raw body goes out byte for byte, with its status and headers', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const fault = { kind: 'raw', body: '//8A', encoding: 'base64', status: 201, headers: { 'x-odd': 'yes' } } as const;
  const { status, headers, body } = await meet(pbx, fault);
  assert.deepEqual([status, headers['x-odd'], headers.connection], [201, 'yes', 'close']);
  assert.deepEqual([...body], [0xff, 0xff, 0x00]);
});

test('each odd answer reaches the client as it is', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const bodies = new Map<string, Buffer>();
  for (const [name, fault] of Object.entries(oddAnswers)) {
    const { status, body } = await meet(pbx, fault);
    assert.equal(status, name === 'noContent' ? 204 : 200, name);
    bodies.set(name, body);
  }
  assert.deepEqual([...(bodies.get('byteOrderMark') ?? [])].slice(0, 4), [0xef, 0xbb, 0xbf, 0x7b]);
  assert.equal(bodies.get('noContent')?.length, 0);
  assert.equal(bodies.get('empty')?.length, 0);
  assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bodies.get('notUtf8')));
  for (const broken of ['html', 'byteOrderMark', 'truncated', 'notANumber']) {
    assert.throws(() => JSON.parse(String(bodies.get(broken))), SyntaxError, broken);
  }
  assert.ok(Object.hasOwn(JSON.parse(String(bodies.get('prototypeKeys'))), '__proto__'));
});

test('a redirect points where it is told to, under the status it is told', bounded, async (t) => {
  const [pbx, target] = [await pbxFor(t), await pbxFor(t)];
  for (const status of [301, 302, 303, 307, 308] as const) {
    const reply = await meet(pbx, { kind: 'redirect', status, location: `${target.url}/openapi/v1.0/get_token` });
    assert.deepEqual([reply.status, reply.headers.location], [status, `${target.url}/openapi/v1.0/get_token`]);
  }
  assert.equal(target.count('*'), 0);
});
