import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { oddDownloads, oddDownloadUrls } from '../../../../simulators/pbx/index.ts';
import { always, assertFails, bounded, durationOf, hungUp, listen, withoutPauses } from '../support.ts';
import { documentedLeg, findDocumented, holding, legsIn, openCallLine, rowOf } from './support.ts';

/** Somebody else's server, and whatever was asked of it. */
async function openElsewhere(t: TestContext) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('[]');
  });
  return { address: await listen(t, server), requests };
}

const ways = [
  'http://{elsewhere}/x.json',
  'HTTP://{elsewhere}/x.json',
  'https://{elsewhere}/x.json',
  '//{elsewhere}/x.json',
  '///{elsewhere}/x.json',
  '/\\{elsewhere}/x.json',
  '\\\\{elsewhere}\\x.json',
  '\\/{elsewhere}/x.json',
  '/\t/{elsewhere}/x.json',
  '\n//{elsewhere}/x.json',
  ' //{elsewhere}/x.json',
  '/%2f{elsewhere}/x.json',
  '/%5c{elsewhere}/x.json',
  '@{elsewhere}/x.json',
  ':1@{elsewhere}/x.json',
  '.{elsewhere}/x.json',
  '/..//{elsewhere}/x.json',
  '/%2e%2e//{elsewhere}/x.json',
  '/x.json\r\nHost: {elsewhere}',
];

test('no address that a PBX names takes the token elsewhere, or anywhere', bounded, async (t) => {
  const elsewhere = await openElsewhere(t);
  const line = await openCallLine(t);
  for (const way of ways) {
    line.pbx.script('cdr/aidownload', { kind: 'download-url', url: way.replace('{elsewhere}', elsewhere.address) });
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault: 'download_resource_url' });
  }
  assert.deepEqual(elsewhere.requests, []);
  assert.equal(line.pbx.count('cdr/aidownload'), ways.length);
  assert.equal(line.pbx.count('*'), ways.length + 2, 'one sign-in, one look at the clock, and no download at all');
});

for (const [name, fault] of Object.entries(oddDownloadUrls))
  test(`a file that is offered in an odd way is left where it is: ${name}`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('cdr/aidownload', fault);
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault: 'download_resource_url' });
    assert.deepEqual(
      line.pbx.requests.map(({ endpoint }) => endpoint),
      ['get_token', 'system/information', 'cdr/aidownload'],
    );
  });

for (const status of [301, 302, 303, 307, 308] as const)
  test(`a file that has moved (${status}) is not followed`, bounded, async (t) => {
    const elsewhere = await openElsewhere(t);
    const line = await openCallLine(t);
    const location = `http://${elsewhere.address}/x.json`;
    line.pbx.script('api/download', { kind: 'redirect', status, location });
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault: `HTTP ${status}` });
    assert.deepEqual(elsewhere.requests, []);
    await hungUp(line);
  });

const { byteOrderMark, notUtf8, rowsOfOtherTypes, prototypeKeys, deeplyNested, ...unreadable } = oddDownloads;

for (const [name, fault] of Object.entries(unreadable))
  test(`a file that is no list of calls is not taken for an empty one: ${name}`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('api/download', fault, always);
    await assertFails(findDocumented(line), 'pbx_unexpected');
  });

for (const [name, fault] of Object.entries({ byteOrderMark, notUtf8, rowsOfOtherTypes, prototypeKeys, deeplyNested }))
  test(`a file whose rows are no calls has none: ${name}`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('api/download', fault);
    assert.deepEqual(await findDocumented(line), { calls: [], isCut: false });
    assert.ok(!('polluted' in {}));
  });

for (const file of ['[{"leg_id":NaN}]', '[{},]', '[{}', '[{}}', '[{}] []', '[', '[{"a":"', "[{'a':1}]"])
  test(`a file of ${file} is not JSON`, bounded, async (t) => {
    const line = await openCallLine(t);
    line.pbx.script('api/download', holding(file));
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault: 'not JSON' });
  });

test('a compressed file is refused, a bomb or not', bounded, async (t) => {
  const line = await openCallLine(t);
  for (const fault of [{ kind: 'gzip' }, { kind: 'gzip-bomb', mebibytes: 50 }] as const) {
    line.pbx.script('api/download', fault);
    await assertFails(findDocumented(line), 'pbx_unexpected', { fault: 'compressed answer' });
  }
  await hungUp(line);
});

test('a file that drips or never comes is given up after the deadline of one question', bounded, async (t) => {
  const line = await openCallLine(t, { limits: { deadlineMs: 300 } });
  for (const fault of [{ kind: 'drip', millisecondsPerByte: 5 }, { kind: 'silence' }] as const) {
    line.pbx.script('api/download', fault);
    const asked = durationOf(assertFails(findDocumented(line), 'pbx_timeout'));
    assert.ok((await asked) < 2_000);
  }
  await hungUp(line);
  assert.deepEqual(legsIn(await findDocumented(line)), [documentedLeg]);
});

test('a download that breaks is begun anew, and its calls are not counted twice', bounded, async (t) => {
  withoutPauses(t);
  const line = await openCallLine(t);
  line.pbx.script('api/download', { kind: 'reset', at: 'mid-body' });
  assert.deepEqual(await findDocumented(line).then(legsIn), [documentedLeg]);
  assert.equal(line.pbx.count('api/download'), 2);
});

test('a download that keeps breaking is said to', bounded, async (t) => {
  withoutPauses(t);
  const line = await openCallLine(t);
  line.pbx.script('api/download', { kind: 'reset', at: 'mid-body' }, always);
  await assertFails(findDocumented(line), 'pbx_unreachable');
  assert.equal(line.pbx.count('api/download'), 2);
});

test('a file that is gone by now is said to be', bounded, async (t) => {
  const line = await openCallLine(t);
  line.pbx.script('api/download', { kind: 'http-status', status: 404 });
  await assertFails(findDocumented(line), 'pbx_unexpected', { fault: 'HTTP 404' });
});

test('a PBX behind a path is asked behind that path, for the file too', bounded, async (t) => {
  const asked: string[] = [];
  let pbxUrl = '';
  const passOn = async (request: IncomingMessage) => {
    const url = request.url ?? '';
    asked.push(url.replace(/\?.*/, ''));
    const headers = { 'user-agent': 'gate', 'content-type': 'application/json' };
    const sent = request.method === 'POST' ? { method: 'POST', body: await text(request) } : {};
    const answer = await fetch(`${pbxUrl}${url.replace('/office/pbx/', '/')}`, { headers, ...sent });
    return await answer.text();
  };
  const gate = createServer((request, response) => {
    passOn(request).then(
      (answer) => response.end(answer),
      () => response.destroy(),
    );
  });
  const gateAddress = await listen(t, gate);
  const address = (url: string) => {
    pbxUrl = url;
    return `http://${gateAddress}/office/pbx/`;
  };
  const line = await openCallLine(t, { address });
  line.pbx.script('api/download', holding([rowOf(1)]));
  assert.deepEqual(legsIn(await findDocumented(line)), ['20260513223234-00001']);
  assert.equal(asked.length, 4);
  for (const path of asked) assert.match(path, /^\/office\/pbx\/(openapi|api\/download)\//);
});
