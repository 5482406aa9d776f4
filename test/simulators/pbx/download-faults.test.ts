import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Fault } from '../../../simulators/pbx/index.ts';
import { oddDownloads, oddDownloadUrls } from '../../../simulators/pbx/index.ts';
import type { Row } from './client.ts';
import { bounded, call, errcode, fetchFile, logIn, offeredPath, open, pbxFor } from './client.ts';

const mebibyte = 1024 * 1024;

/** A PBX with a file on offer, and a fault at the next download. */
async function faultyFile(t: TestContext, fault: Fault) {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const path = await offeredPath(pbx, token);
  pbx.script('api/download', fault);
  return { pbx, path, token, file: () => fetchFile(pbx, path, token) };
}

test('an offer can point anywhere, once; then it points to the file again', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const offer = () => call(pbx, 'cdr/aidownload', { token });
  for (const [name, fault] of Object.entries(oddDownloadUrls)) {
    pbx.script('cdr/aidownload', fault);
    const { errcode: code, file, download_resource_url: url } = await offer();
    const expected = 'url' in fault ? fault.url.replace('{path}', `/api/download/${file}`) : undefined;
    assert.deepEqual([code, url], [0, expected], name);
    assert.ok(url === undefined || !/^\/api\/download\/PBX/.test(String(url)), name);
  }
  assert.match(String((await offer()).download_resource_url), /^\/api\/download\/PBX/);
});

test('paths with dots or backslashes lead a careless client to the true file', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  for (const name of ['dotDot', 'dotDotEncoded', 'backslashInside'] as const) {
    pbx.script('cdr/aidownload', oddDownloadUrls[name]);
    const { pathname } = new URL(await offeredPath(pbx, token), pbx.url);
    assert.equal((await fetchFile(pbx, pathname, token)).status, 200, name);
  }
});

test('an offer that is refused stays a refusal, whatever the fault', bounded, async (t) => {
  const pbx = await pbxFor(t);
  pbx.script('cdr/aidownload', oddDownloadUrls.otherOrigin);
  assert.deepEqual(await call(pbx, 'cdr/aidownload'), { errcode: 10004, errmsg: 'TOKEN EXPIRED' });
});

test('firmware or a plan without the interface refuses the offer; a download can meet 10004', bounded, async (t) => {
  const { pbx, token, file } = await faultyFile(t, { kind: 'errcode', errcode: 10004 });
  for (const code of [10001, 10003, 10005, 60001]) {
    pbx.script('cdr/aidownload', { kind: 'errcode', errcode: code });
    assert.equal(await errcode(call(pbx, 'cdr/aidownload', { token })), code);
  }
  assert.deepEqual(JSON.parse((await file()).body.toString()), { errcode: 10004, errmsg: 'TOKEN EXPIRED' });
  assert.equal((await file()).status, 200);
  assert.equal(pbx.requests.filter(({ fault }) => fault === 'errcode').length, 5);
});

test('a file can be 11 MiB of good JSON', bounded, async (t) => {
  const { body } = await (await faultyFile(t, { kind: 'huge-body', bytes: 11 * mebibyte, as: 'rows' })).file();
  assert.equal(body.byteLength, 11 * mebibyte);
  const [row]: Row[] = JSON.parse(body.toString());
  assert.equal(row?.leg_id, '20260513223234-3EE9E');
});

test('a file can have more rows than a client takes', bounded, async (t) => {
  const { pbx, token } = await faultyFile(t, { kind: 'none' });
  pbx.makeRecentCalls(2_001);
  const path = await offeredPath(pbx, token, { start_time: '2026/06/01 00:00:00' });
  const rows: Row[] = JSON.parse((await fetchFile(pbx, path, token)).body.toString());
  assert.equal(rows.length, 2_001);
});

test('a file can come gzipped although nobody asked', bounded, async (t) => {
  const { headers, body } = await (await faultyFile(t, { kind: 'gzip' })).file();
  assert.equal(headers['content-encoding'], 'gzip');
  assert.ok(Array.isArray(JSON.parse(gunzipSync(body).toString())));
});

test('a file can be an error page, a redirect, or nothing one could read', bounded, async (t) => {
  const { pbx, file } = await faultyFile(t, { kind: 'http-status', status: 500 });
  assert.equal((await file()).status, 500);
  pbx.script('api/download', { kind: 'redirect', status: 302, location: 'http://127.0.0.1:1/' });
  assert.equal((await file()).headers.location, 'http://127.0.0.1:1/');
  const parses = (text: string) => {
    try {
      return Array.isArray(JSON.parse(text));
    } catch {
      return false;
    }
  };
  const arrays: string[] = [];
  for (const [name, fault] of Object.entries(oddDownloads)) {
    pbx.script('api/download', fault);
    const { status, body } = await file();
    assert.equal(status, 200, name);
    if (parses(body.toString())) arrays.push(name);
  }
  assert.deepEqual(arrays, ['notUtf8', 'rowsOfOtherTypes', 'prototypeKeys', 'deeplyNested']);
});

test('a file can drip, break off in the middle, or never come', bounded, async (t) => {
  const { pbx, path, token, file } = await faultyFile(t, { kind: 'drip', millisecondsPerByte: 1_000_000 });
  const url = `${pbx.url}${path}?access_token=${token}`;
  const dripping = await open(url, { headers: { 'user-agent': 'OpenAPI' } });
  assert.ok(Number(dripping.headers['content-length']) > 1_000);
  dripping.destroy();
  pbx.script('api/download', { kind: 'reset', at: 'mid-body' });
  await assert.rejects(file(), { code: 'ECONNRESET' });
  pbx.script('api/download', { kind: 'silence' });
  const leaving = new AbortController();
  const never = open(url, { headers: { 'user-agent': 'OpenAPI' }, signal: leaving.signal });
  await pbx.until(() => pbx.count('api/download') === 3);
  leaving.abort();
  await assert.rejects(never, { name: 'AbortError' });
});
