import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readRows } from '../../../../src/services/yeastar/call-records/read-rows.ts';
import { second } from '../hand-clock.ts';
import { bounded, durationOf, hungUp } from '../support.ts';
import { findDocumented, holding, openCallLine, rowOf } from './support.ts';

const mebibyte = 1024 * 1024;
const patient = { limits: { deadlineMs: 8 * second } };

/** So many rows, each of about so many bytes, most of them transcript. */
const rowsOf = (count: number, bytes: number) => {
  const ai_transcription = Array.from({ length: 10 }, () => ({
    source_number: '3202',
    content: 'x'.repeat(bytes / 10),
  }));
  return Array.from({ length: count }, (_, serial) => rowOf(serial, { ai_transcription }));
};

test('2,000 rows are taken, and of 2,001 it is said that there were more', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  line.pbx.script('api/download', holding(rowsOf(2_000, 100)));
  const whole = await findDocumented(line);
  assert.equal(whole.calls.length, 2_000);
  assert.equal(whole.isCut, false);
  line.pbx.script('api/download', holding(rowsOf(2_001, 100)));
  const cut = await findDocumented(line);
  assert.deepEqual(cut, { calls: whole.calls, isCut: true });
  await hungUp(line);
});

test('rows without a summary count as well, so that a PBX cannot keep us reading', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  const rows = Array.from({ length: 2_500 }, (_, serial) => rowOf(serial, { ai_summary: serial < 2_100 ? '' : 'x' }));
  line.pbx.script('api/download', holding(rows));
  assert.deepEqual(await findDocumented(line), { calls: [], isCut: true });
});

test('of a file of 11 MB the calls of its first 10 are taken', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  const rows = rowsOf(1_400, 8_192);
  const text = JSON.stringify(rows);
  assert.ok(text.length > 11 * mebibyte);
  line.pbx.script('api/download', holding(text));
  const { calls, isCut } = await findDocumented(line);
  assert.equal(isCut, true);
  assert.equal(calls.length, text.slice(0, 10 * mebibyte).split('"leg_id"').length - 2, 'all that were whole by then');
  await hungUp(line);
});

test('of a file of 11 MB that is one row, nothing is taken, and more was there', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  line.pbx.script('api/download', { kind: 'huge-body', bytes: 11 * mebibyte, as: 'rows' });
  assert.deepEqual(await findDocumented(line), { calls: [], isCut: true });
  await hungUp(line);
});

test('a row of more than a mebibyte is left out, and said to be missing', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  const long = rowOf(2, { ai_summary: 'x'.repeat(mebibyte) });
  line.pbx.script('api/download', holding([rowOf(1), long, rowOf(3)]));
  const { calls, isCut } = await findDocumented(line);
  assert.deepEqual(
    calls.map(({ cdrId }) => cdrId.slice(-1)),
    ['1', '3'],
  );
  assert.equal(isCut, true);
});

test('a file without end is read for 10 MB and no further', bounded, async () => {
  let sent = 0;
  let isClosed = false;
  async function* endless() {
    try {
      yield Buffer.from('[{"a":"');
      for (;;) {
        sent += 65_536;
        yield Buffer.alloc(65_536, 'x');
      }
    } finally {
      isClosed = true;
    }
  }
  assert.deepEqual(await readRows(endless(), () => assert.fail('there is no row')), { isCut: true });
  assert.ok(sent <= 10 * mebibyte + 65_536, `${sent} bytes`);
  assert.ok(isClosed);
});

test('of a large file no more is held than one row and what is handed over', bounded, async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const held = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  async function* large() {
    yield Buffer.from('[');
    for (let serial = 0; serial < 150; serial += 1)
      yield Buffer.from(
        `${serial === 0 ? '' : ','}${JSON.stringify(rowOf(serial, { ai_summary: 'x'.repeat(65_536) }))}`,
      );
    yield Buffer.from(']');
  }
  const before = held();
  let rows = 0;
  let most = 0;
  await readRows(large(), () => {
    rows += 1;
    if (rows % 30 === 0) most = Math.max(most, held() - before);
  });
  assert.equal(rows, 150);
  assert.ok(most < 4 * mebibyte, `${most} bytes held of ${rows * 65_536} read`);
});

test('2,000 calls with their transcripts are read in a moment', bounded, async (t) => {
  const line = await openCallLine(t, patient);
  line.pbx.script('api/download', holding(rowsOf(2_000, 4_096)));
  const before = process.cpuUsage();
  const milliseconds = await durationOf(findDocumented(line));
  const { user, system } = process.cpuUsage(before);
  const work = Math.round((user + system) / 1_000);
  t.diagnostic(`2,000 rows of about 4.6 kB in ${Math.round(milliseconds)} ms, ${work} ms of work, the PBX's included`);
  assert.ok(work < 3_000, `${work} ms`);
});
