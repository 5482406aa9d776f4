import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startPbx } from '../../../simulators/pbx/index.ts';
import { bounded, errcode, pbxFor, ping, send, urlOf } from './client.ts';

test('stopping cuts what is under way and frees the port for the next PBX', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('*', { kind: 'silence' });
  const cut = assert.rejects(ping(pbx), { code: 'ECONNRESET' });
  await pbx.until(() => pbx.count('*') === 1);
  await pbx.stop();
  await cut;
  await assert.rejects(ping(pbx), { code: 'ECONNREFUSED' });
  await pbx.stop();
  const next = await pbxFor(t, { port: Number(new URL(pbx.url).port) });
  assert.equal(next.url, pbx.url);
  assert.equal(await errcode(ping(next)), 10004);
});

test('a taken port is an error, not a silence', bounded, async (t) => {
  const pbx = await pbxFor(t);
  await assert.rejects(startPbx({ port: Number(new URL(pbx.url).port) }), { code: 'EADDRINUSE' });
});

// Other systems have one loopback address only.
const onLinux = { ...bounded, skip: process.platform !== 'linux' };

test('the PBX is reached over loopback only', onLinux, async (t) => {
  const pbx = await pbxFor(t);
  assert.equal(new URL(pbx.url).hostname, '127.0.0.1');
  await assert.rejects(once(connect(Number(new URL(pbx.url).port), '127.0.0.2'), 'connect'), { code: 'ECONNREFUSED' });
});

test('ignored connections are accepted and never answered', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.ignoreConnections(true);
  const leaving = new AbortController();
  const answer = send(urlOf(pbx, 'system/information'), { signal: leaving.signal });
  await pbx.until(() => pbx.openConnections === 1);
  leaving.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await pbx.until(() => pbx.openConnections === 0);
  assert.equal(pbx.count('*'), 0);
  pbx.ignoreConnections(false);
  assert.equal(await errcode(ping(pbx)), 10004);
});

test('a client that breaks off in the middle of its request does no harm', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const socket = connect(Number(new URL(pbx.url).port), '127.0.0.1');
  socket.write('POST /openapi/v1.0/get_token HTTP/1.1\r\nHost: pbx\r\nContent-Length: 100\r\n\r\n{"user');
  await pbx.until(() => pbx.openConnections === 1);
  socket.resetAndDestroy();
  await pbx.until(() => pbx.openConnections === 0);
  assert.equal(await errcode(ping(pbx)), 10004);
});

test('waiting for something that does not come ends with an error', bounded, async (t) => {
  const pbx = await pbxFor(t);
  await assert.rejects(
    pbx.until(() => pbx.blocked, 5),
    /did not get there within 5 ms/,
  );
});

test('the PBX stops when the block that uses it ends', bounded, async () => {
  const pbx = await startPbx();
  await pbx[Symbol.asyncDispose]();
  await assert.rejects(ping(pbx), { code: 'ECONNREFUSED' });
});
