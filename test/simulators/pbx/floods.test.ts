import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGunzip } from 'node:zlib';
import type { Fault } from '../../../simulators/pbx/index.ts';
import { bounded, open, pbxFor, send, urlOf } from './client.ts';

const mebibyte = 1024 * 1024;

async function flood(t: Parameters<typeof pbxFor>[0], fault: Fault) {
  const pbx = await pbxFor(t);
  pbx.script('system/information', fault);
  return { pbx, url: urlOf(pbx, 'system/information') };
}

const headers = { 'user-agent': 'OpenAPI' };

test('a huge body is well-formed JSON of exactly the length asked for', bounded, async (t) => {
  for (const bytes of [100, 3 * mebibyte + 1]) {
    const { url } = await flood(t, { kind: 'huge-body', bytes });
    const { body } = await send(url, { headers });
    assert.equal(body.byteLength, bytes);
    assert.equal(JSON.parse(body.toString()).errcode, 0);
  }
});

test('a gigabyte is made only as fast as the client reads it, and stops with the client', bounded, async (t) => {
  const { pbx, url } = await flood(t, { kind: 'huge-body', bytes: 1024 * mebibyte });
  const before = process.memoryUsage().rss;
  const response = await open(url, { headers });
  assert.equal(response.headers['content-length'], String(1024 * mebibyte));
  let read = 0;
  for await (const chunk of response) {
    read += Buffer.from(chunk).byteLength;
    if (read > 2 * mebibyte) break;
  }
  await pbx.until(() => pbx.openConnections === 0);
  assert.ok(process.memoryUsage().rss - before < 64 * mebibyte);
});

test('a gzip bomb is small on the wire and large when unpacked', bounded, async (t) => {
  const { url } = await flood(t, { kind: 'gzip-bomb', mebibytes: 8 });
  const response = await open(url, { headers });
  assert.equal(response.headers['content-encoding'], 'gzip');
  let [packed, unpacked] = [0, 0];
  response.on('data', (chunk: Buffer) => {
    packed += chunk.byteLength;
  });
  for await (const chunk of response.pipe(createGunzip())) unpacked += Buffer.from(chunk).byteLength;
  assert.equal(unpacked, 8 * mebibyte);
  assert.ok(packed < 16 * 1024, `${packed} bytes`);
});

test('header lines can be larger than a client takes', bounded, async (t) => {
  const { url } = await flood(t, { kind: 'huge-headers', bytes: 100 * 1024 });
  await assert.rejects(send(url, { headers }), { code: 'HPE_HEADER_OVERFLOW' });
  const patient = await flood(t, { kind: 'huge-headers', bytes: 100 * 1024 });
  const reply = await send(patient.url, { headers, maxHeaderSize: 200 * 1024 });
  const size = Object.entries(reply.headers).reduce(
    (sum, [name, value]) => sum + name.length + String(value).length,
    0,
  );
  assert.ok(size >= 100 * 1024);
});

test('a content-encoding can name gzip a thousand times', bounded, async (t) => {
  const { url } = await flood(t, { kind: 'many-encodings', count: 1_000 });
  const reply = await send(url, { headers });
  assert.equal(reply.headers['content-encoding']?.split(', ').length, 1_000);
});
