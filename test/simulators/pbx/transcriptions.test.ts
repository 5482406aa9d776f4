import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleCalls } from '../../../simulators/pbx/index.ts';
import type { Row } from './client.ts';
import { bounded, call, errcode, fetchFile, listLegs, logIn, offeredPath, pbxFor, send } from './client.ts';

const documented = '20260513223234-3EE9E';
const minute = 60_000;
const idsOf = (rows: Row[]) => rows.map(({ leg_id: legId }) => legId);
const rowOf = (rows: Row[], legId: string) => rows.find((row) => row.leg_id === legId);

test('the PBX offers a file under a path of its own, named after its local time', bounded, async (t) => {
  const pbx = await pbxFor(t, { now: () => Date.UTC(2026, 4, 14, 2, 47, 31) });
  const { token } = await logIn(pbx);
  const { file, download_resource_url: path, ...rest } = await call(pbx, 'cdr/aidownload', { token });
  assert.deepEqual(rest, { errcode: 0, errmsg: 'SUCCESS' });
  assert.match(String(file), /^PBX-AI_Transcription-X\.23\.0\.70-download-20260514104731-[0-9a-f]{16}\.json$/);
  assert.equal(path, `/api/download/${file}`);
  const { status, headers } = await fetchFile(pbx, String(path), token);
  assert.deepEqual([status, headers['content-type'], headers.connection], [200, 'application/json', 'close']);
});

test('the row of the vendor’s example call says who called whom, when, how long and what', bounded, async (t) => {
  const row = rowOf(await listLegs(await pbxFor(t)), documented);
  const { ai_transcription: turns, ai_summary: summary, ...rest } = row ?? {};
  assert.deepEqual(rest, {
    uid: '20260513223234C1161',
    leg_id: documented,
    time: '2026/05/13 22:32:34',
    call_type: 'Inbound',
    call_from: 'Kristin Hale<2025550143>',
    call_to: 'Leo Ball<3202>',
    call_duration: 214,
  });
  assert.equal(summary?.length, 712);
  assert.deepEqual(turns?.[0], {
    type: 'speak',
    source_number: '3202',
    content: 'Good morning, how can I help?',
    timestamp: Date.UTC(2026, 4, 13, 14, 32, 38),
  });
});

test('every sample call has its row; where there is no summary, the row’s is empty', bounded, async (t) => {
  const rows = await listLegs(await pbxFor(t));
  assert.deepEqual(new Set(idsOf(rows)), new Set(sampleCalls.map(({ cdrId }) => cdrId)));
  for (const { cdrId, shows } of sampleCalls) {
    const row = rowOf(rows, cdrId);
    assert.equal(row?.ai_summary === '', /^(No summary|Not ready)/.test(shows), shows);
    assert.match(row?.uid ?? '', /^\d{14}[0-9A-F]{5}$/);
    assert.match(row?.time ?? '', /^2026\/05\/\d\d \d\d:\d\d:\d\d$/);
  }
});

test('the ends are written with a name or as a number alone', bounded, async (t) => {
  const rows = await listLegs(await pbxFor(t));
  for (const pattern of [/^[^<]+<\d+>$/, /^\d+$/]) {
    for (const end of ['call_from', 'call_to'] as const) {
      assert.ok(
        rows.some((row) => pattern.test(row[end] ?? '')),
        `${end} ${pattern}`,
      );
    }
  }
});

test('calls come in, go out and stay inside; a transferred call has two rows under one uid', bounded, async (t) => {
  const rows = await listLegs(await pbxFor(t));
  const typeOf = (legId: string) => rowOf(rows, legId)?.call_type;
  assert.deepEqual(
    [typeOf(documented), typeOf('20260518094702-40D1B'), typeOf('20260518101533-D3F07')],
    ['Inbound', 'Outbound', 'Internal'],
  );
  const transferred = rows.filter(({ uid }) => uid === '202605151130021D4F6');
  assert.deepEqual(idsOf(transferred), ['20260515113002-2C6E4', '20260515113218-B7A19']);
});

test('a window holds the legs that began in it by the PBX’s own clock, both ends included', bounded, async (t) => {
  const pbx = await pbxFor(t, { dateFormat: 'MM/DD/YYYY', timeFormat: 'hh:mm:ss AM/PM' });
  const legs = async (start: string, end: string) => idsOf(await listLegs(pbx, { start_time: start, end_time: end }));
  assert.deepEqual(await legs('05/13/2026 10:32:34 PM', '05/13/2026 10:32:34 PM'), [documented]);
  assert.deepEqual(await legs('05/13/2026 10:32:35 PM', '05/14/2026 09:12:04 AM'), []);
  assert.deepEqual(await legs('05/13/2026 10:32:35 PM', '05/14/2026 09:12:05 AM'), ['20260514091205-A41C7']);
  assert.equal(rowOf(await listLegs(pbx), documented)?.time, '05/13/2026 10:32:34 PM');
});

test('a time in another form than the PBX’s own is a syntax error', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const ask = (query: Record<string, string>) => call(pbx, 'cdr/aidownload', { token, query });
  for (const wrong of [
    '05/13/2026 22:32:34',
    '2026-05-13 22:32:34',
    '2026/05/13',
    '2026/02/30 00:00:00',
    '1778682754',
  ]) {
    const refusal = { errcode: 40001, errmsg: 'PARAMETER SYNTAX ERROR' };
    assert.deepEqual(await ask({ start_time: wrong }), refusal, wrong);
    assert.deepEqual(await ask({ end_time: wrong }), refusal, wrong);
  }
});

test('the other filters narrow the file; a number is found inside longer numbers too', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const to = async (keyword: string) => (await listLegs(pbx, { call_to: keyword })).map((row) => row.call_to);
  assert.ok((await to('3202')).every((end) => end?.includes('3202')));
  assert.deepEqual(new Set(await to('<100')), new Set(['Mei Lin<1003>', 'Amara Okafor<1002>', 'Ingrid Voss<1000>']));
  assert.ok((await to('100')).includes('Lukas Brandt<2100>'));
  assert.deepEqual(idsOf(await listLegs(pbx, { call_from: 'kristin' })), [documented]);
  const internal = await listLegs(pbx, { call_type: 'Internal' });
  assert.deepEqual(idsOf(internal), ['20260515113218-B7A19', '20260518101533-D3F07']);
  assert.equal((await listLegs(pbx, { last_status: 'ANSWERED' })).length, sampleCalls.length);
  assert.deepEqual(await listLegs(pbx, { last_status: 'VOICEMAIL' }), []);
});

test('a kind of call or an ending that does not exist is refused by name', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  for (const field of ['call_type', 'last_status']) {
    const answer = await call(pbx, 'cdr/aidownload', { token, query: { [field]: 'Lost' } });
    assert.deepEqual([answer.errcode, answer.invalid_param_list], [40002, [{ field, validation_type: 'invalid' }]]);
  }
});

test('a file can be fetched for 30 minutes, again and again, and then is not there', bounded, async (t) => {
  let now = Date.UTC(2026, 4, 20);
  const pbx = await pbxFor(t, { now: () => now, tokenLifeSeconds: 36_000 });
  const { token } = await logIn(pbx);
  const path = await offeredPath(pbx, token);
  now += 30 * minute - 1;
  for (let turn = 1; turn <= 2; turn += 1) assert.equal((await fetchFile(pbx, path, token)).status, 200);
  now += 1;
  assert.equal((await fetchFile(pbx, path, token)).status, 404);
  assert.equal((await fetchFile(pbx, await offeredPath(pbx, token), token)).status, 200);
  assert.equal((await fetchFile(pbx, '/api/download/PBX-AI_Transcription.json', token)).status, 404);
});

test('a file needs a living token and a User-Agent, as every call does', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const path = await offeredPath(pbx, token);
  const told = async (reply: ReturnType<typeof fetchFile>) => JSON.parse((await reply).body.toString()).errcode;
  assert.equal(await told(fetchFile(pbx, path, 'unknown')), 10004);
  assert.equal(await told(send(`${pbx.url}${path}`, { headers: { 'user-agent': 'OpenAPI' } })), 10004);
  assert.equal(await told(send(`${pbx.url}${path}?access_token=${token}`)), 40002);
  pbx.expireAccessTokens();
  assert.equal(await told(fetchFile(pbx, path, token)), 10004);
  assert.equal(await errcode(call(pbx, 'cdr/aidownload', { token })), 10004);
});

test('a call given to the PBX may say what its row says, and which fields it has not', bounded, async (t) => {
  const own = {
    cdrId: '20260601080000-00001',
    uid: '2026060107595800002',
    extensionNumber: '3202',
    shows: 'A message on the answering machine.',
    wholeAnswer: { errcode: 60001, errmsg: 'DATA NOT FOUND' },
    lastStatus: 'VOICEMAIL',
    row: { call_from: '', call_duration: undefined, ai_transcription: undefined },
  } as const;
  const pbx = await pbxFor(t, { calls: [own] });
  const row = {
    uid: own.uid,
    leg_id: own.cdrId,
    time: '2026/06/01 08:00:00',
    call_type: 'Inbound',
    call_from: '',
    call_to: '3202',
    ai_summary: '',
  };
  assert.deepEqual(await listLegs(pbx, { last_status: 'VOICEMAIL' }), [row]);
});
