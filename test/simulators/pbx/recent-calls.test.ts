import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PbxSimulator } from '../../../simulators/pbx/index.ts';
import { extensions } from '../../../simulators/pbx/index.ts';
import type { Row } from './client.ts';
import { bounded, call, listLegs, logIn, pbxFor } from './client.ts';

const day = 86_400_000;
const now = () => Date.UTC(2026, 9, 26, 12);
const idsIn = (lines: readonly { cdrId: string }[]) => lines.map(({ cdrId }) => cdrId);
/** Local digits in the PBX's default zone, eight hours ahead, as a moment. */
const momentOf = (digits: string) =>
  Date.parse(digits.replace(/^(....)(..)(..)(..)(..)(..).*$/, '$1-$2-$3T$4:$5:$6+08:00'));

test(
  'two thousand recent calls are listed within two seconds, each once, all from the last days',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t, { calls: [], recentCalls: { count: 2_000, days: 3, odd: false }, now });
    const start = performance.now();
    const rows = await listLegs(pbx);
    assert.ok(performance.now() - start < 2_000);
    assert.equal(new Set(rows.map(({ leg_id: legId }) => legId)).size, 2_000);
    for (const { leg_id: legId = '', time, call_duration: seconds = 0 } of rows) {
      assert.match(legId, /^\d{14}-[0-9A-F]{5}$/);
      const began = momentOf(legId);
      assert.ok(began >= now() - 3 * day && began + seconds * 1_000 <= now(), legId);
      assert.equal(time?.replaceAll(/\D/g, ''), legId.slice(0, 14));
    }
    assert.ok(rows.some(({ leg_id: legId = '' }) => momentOf(legId) > now() - 3_600_000));
  },
);

test(
  'the calls are spread over agents, front desks, queues and receptionists, and are not in order',
  bounded,
  async (t) => {
    const rows = await listLegs(await pbxFor(t, { calls: [], recentCalls: 200, now }));
    const ends = new Set(
      rows.flatMap(({ call_from: from, call_to: to }) => [from, to]).map((end) => numberIn(end ?? '')),
    );
    for (const number of ['3200', '3201', '3202', '3203', '1000', '1001', '1002', '1003', '6400', '6900']) {
      assert.ok(ends.has(number), number);
    }
    assert.deepEqual(
      new Set(rows.map(({ call_type: type }) => type)),
      new Set(['Inbound', 'Outbound', 'Internal', undefined]),
    );
    const times = rows.map(({ leg_id: legId }) => legId ?? '');
    assert.notDeepEqual(times, times.toSorted());
  },
);

const numberIn = (end: string) => /<([^<>]*)>$/s.exec(end)?.[1] ?? end;

test('the PBX has a summary of each for its own people: callee in, caller out, both inside', bounded, async (t) => {
  const pbx = await pbxFor(t, { calls: [], recentCalls: { count: 40, odd: false } });
  const { token } = await logIn(pbx);
  const rows = new Map((await listLegs(pbx)).map((row) => [row.leg_id, row]));
  for (const { cdrId, extensionNumber } of pbx.recentCalls) {
    const type = rows.get(cdrId)?.call_type;
    const side = type === 'Inbound' ? 'dst' : 'src';
    const own = await told(pbx, token, cdrId, side, extensionNumber);
    assert.equal(own?.ext_num, extensionNumber);
    assert.match(String(own?.summary), /^<p>Call Summary<\/p>\n<ul>\n<li>[^<]+ talked about /);
    if (type !== 'Internal') continue;
    const other = await told(pbx, token, cdrId, 'dst', numberIn(rows.get(cdrId)?.call_to ?? ''));
    assert.notEqual(other?.summary, own?.summary);
  }
});

async function told(pbx: PbxSimulator, token: string, cdrId: string, side: 'src' | 'dst', number: string) {
  const id = extensions.find((extension) => extension.number === number)?.id ?? 0;
  const query = { cdr_id: cdrId, [`${side}_ext_id`]: id };
  const { data } = await call(pbx, 'cdr/getaisummary', { token, query });
  return (data as Record<string, Record<string, unknown>>)[side];
}

test('a call that came by a queue goes on under the same uid with somebody else', bounded, async (t) => {
  const rows = await listLegs(await pbxFor(t, { calls: [], recentCalls: 40, now }));
  const byUid = Map.groupBy(rows, ({ uid }) => uid);
  const transferred = [...byUid.values()].filter((legs) => legs.length > 1);
  assert.equal(transferred.length, 4);
  for (const [first, second] of transferred) {
    assert.equal(numberIn(first?.call_to ?? ''), '6400');
    assert.equal(first?.call_from, second?.call_from);
    assert.ok(String(first?.leg_id) < String(second?.leg_id));
  }
});

test('the same seed makes the same calls, another seed others', bounded, async (t) => {
  const pbx = await pbxFor(t, { now });
  const first = idsIn(pbx.makeRecentCalls({ count: 20, seed: 5 }));
  assert.notDeepEqual(idsIn(pbx.makeRecentCalls({ count: 20, seed: 6 })), first);
  assert.deepEqual(idsIn(pbx.makeRecentCalls({ count: 20, seed: 5 })), first);
});

test(
  'new recent calls take the place of earlier ones, and a reset brings those of the start back',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t, { recentCalls: 3, now });
    const atStart = pbx.recentCalls;
    assert.equal(pbx.makeRecentCalls(10).length, 10);
    assert.equal(pbx.recentCalls.length, 10);
    pbx.reset();
    assert.deepEqual(pbx.recentCalls, atStart);
    assert.equal((await listLegs(pbx, { start_time: '2026/10/01 00:00:00' })).length, 3);
  },
);

test(
  'among fifty calls there is each hostile name and each broken row, unless it is not wanted',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t, { calls: [], recentCalls: 50 });
    const rows = await listLegs(pbx);
    const ends = rows.flatMap(({ call_from: from, call_to: to }) => [from ?? '', to ?? '']);
    const hostile = [/<!channel>/, /^.{300,}$/, /\u202E/, /\n/, /<https:\/\/evil\.example\|/, /[^\p{ASCII}]/u];
    for (const pattern of hostile) {
      assert.ok(
        ends.some((end) => pattern.test(end)),
        String(pattern),
      );
    }
    const fields = [
      'uid',
      'time',
      'call_type',
      'call_from',
      'call_duration',
      'ai_transcription',
      'ai_summary',
    ] as const;
    for (const field of fields) {
      assert.ok(
        rows.some((row) => !(field in row)),
        field,
      );
    }
    assert.equal(rows.filter((row) => !('leg_id' in row)).length, 1);
    assert.equal(rows.filter(({ time }) => time === 'yesterday, about noon').length, 1);
    pbx.makeRecentCalls({ count: 50, odd: false });
    const tidy = await listLegs(pbx);
    assert.ok(tidy.every((row: Row) => Object.keys(row).length === 9 && /^\d{4}\//.test(row.time ?? '')));
  },
);

test('the digits of a leg are the PBX’s local time, in summer time too', bounded, async (t) => {
  const pbx = await pbxFor(t, { calls: [], recentCalls: { count: 30, odd: false }, now, timeZone: 'Europe/Lisbon' });
  const query = { start_time: '2026/10/25 00:00:00', end_time: '2026/10/25 23:59:59' };
  // Summer time ended on that day, which had 25 hours.
  const thatDay = await listLegs(pbx, query);
  assert.ok(thatDay.length > 0);
  for (const { leg_id: legId } of thatDay) assert.match(legId ?? '', /^20261025/);
  assert.ok((await listLegs(pbx)).every(({ time = '' }) => time < '2026/10/26 12:00:00'));
});

test('an office of other people has recent calls too, and an empty one has none', bounded, async (t) => {
  const alone = { id: 1, number: '900', name: 'Only One', email: 'one@helpdesk.example' };
  const pbx = await pbxFor(t, { extensions: [alone], recentCalls: 10 });
  assert.deepEqual(new Set(pbx.recentCalls.map(({ extensionNumber }) => extensionNumber)), new Set(['900']));
  assert.deepEqual((await pbxFor(t, { extensions: [], recentCalls: 10 })).recentCalls, []);
  await assert.rejects(pbxFor(t, { recentCalls: Number.NaN }), /a whole number from 0 up/);
});
