import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PbxSimulator } from '../../../simulators/pbx/index.ts';
import { extensions } from '../../../simulators/pbx/index.ts';
import { bounded, call, logIn, pbxFor } from './client.ts';

type Row = { id: number; number: string; caller_id_name: string; email_addr: string; mobile_number: string };
type Query = Record<string, string | number>;

async function list(pbx: PbxSimulator, endpoint: string, query: Query = {}) {
  const { token } = await logIn(pbx);
  const answer = await call(pbx, endpoint, { token, query });
  assert.equal(answer.errcode, 0);
  return { total: answer.total_number, rows: answer.data as Row[] };
}

const numbersIn = ({ rows }: { rows: Row[] }) => rows.map(({ number }) => number);

test('a search for an extension gives its id under the documented fields', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const query = { page: 1, page_size: 20, sort_by: 'number', order_by: 'asc', search_value: '3202' };
  assert.deepEqual(await list(pbx, 'extension/search', query), {
    total: 1,
    rows: [
      {
        id: 60,
        number: '3202',
        caller_id_name: 'Human Agent - Leo Ball',
        email_addr: 'leo.ball@helpdesk.example',
        mobile_number: '',
        presence_status: 'available',
        custom_presence_status: '',
        role_name: '',
        online_status: {
          sip_phone: { status: 1 },
          linkus_desktop: { status: 0 },
          linkus_mobile: { status: 0 },
          linkus_web: { status: 0 },
        },
      },
    ],
  });
});

test('a search for 100 also finds 1000, 1001 and somebody’s mobile number, before 100 itself', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const found = await list(pbx, 'extension/search', { search_value: '100' });
  const numbers = numbersIn(found);
  assert.equal(found.total, numbers.length);
  for (const number of ['100', '1000', '1001', '2001']) assert.ok(numbers.includes(number), number);
  assert.match(found.rows.find(({ number }) => number === '2001')?.mobile_number ?? '', /100/);
  assert.ok(numbers.indexOf('1000') < numbers.indexOf('100'));
});

test('a search looks at names and e-mails too, without regard to case', bounded, async (t) => {
  const pbx = await pbxFor(t);
  assert.deepEqual(numbersIn(await list(pbx, 'extension/search', { search_value: 'LEO ball' })), ['3202']);
  const shared = await list(pbx, 'extension/search', { search_value: 'returns@helpdesk.example' });
  assert.deepEqual(numbersIn(shared), ['3210', '3211']);
  assert.deepEqual(await list(pbx, 'extension/search', { search_value: 'nobody at all' }), { total: 0, rows: [] });
});

test('no extension’s id is its number, and number 7 stands beside another extension with id 7', bounded, () => {
  assert.deepEqual(
    extensions.filter(({ id, number }) => String(id) === number),
    [],
  );
  assert.equal(new Set(extensions.map(({ id }) => id)).size, extensions.length);
  assert.equal(extensions.find(({ number }) => number === '7')?.id, 12);
  assert.equal(extensions.find(({ id }) => id === 7)?.number, '1002');
});

test('the directory does not fit on one page; the pages together hold everybody once', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const first = await list(pbx, 'extension/list');
  const second = await list(pbx, 'extension/list', { page: 2 });
  assert.equal(first.rows.length, 20);
  assert.equal(first.total, extensions.length);
  assert.equal(second.total, extensions.length);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  assert.deepEqual(
    ids,
    extensions.map(({ id }) => id).toSorted((a, b) => a - b),
  );
  assert.deepEqual((await list(pbx, 'extension/list', { page: 3 })).rows, []);
});

test('pages are as long as asked for, or as long as the PBX allows', bounded, async (t) => {
  const [free, strict] = [await pbxFor(t), await pbxFor(t, { pageSizeLimit: 4 })];
  assert.equal((await list(free, 'extension/list', { page_size: 100 })).rows.length, extensions.length);
  assert.equal((await list(free, 'extension/list', { page_size: 3, page: 2 })).rows.length, 3);
  const second = await list(strict, 'extension/list', { page_size: 100, page: 2 });
  assert.deepEqual(numbersIn(second), ['7', '100', '1003', '1004']);
});

test('rows are sorted by the column and in the order asked for', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const byNumber = { sort_by: 'number', order_by: 'desc', page_size: 3 };
  assert.deepEqual(numbersIn(await list(pbx, 'extension/list', byNumber)), ['4003', '4002', '4001']);
  const byName = { sort_by: 'caller_id_name', order_by: 'asc', page_size: 1 };
  assert.deepEqual(numbersIn(await list(pbx, 'extension/list', byName)), ['2100']);
});

test('parameters that make no sense are named in the refusal', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const wrong: Record<string, Query> = {
    page: { page: 0 },
    page_size: { page_size: 'all' },
    sort_by: { sort_by: 'password' },
    order_by: { order_by: 'up' },
  };
  for (const [field, query] of Object.entries(wrong)) {
    const { errcode, invalid_param_list: invalid } = await call(pbx, 'extension/list', { token, query });
    assert.deepEqual([errcode, invalid], [40002, [{ field, validation_type: 'invalid' }]]);
  }
  const noKeyword = await call(pbx, 'extension/search', { token });
  assert.deepEqual(noKeyword.invalid_param_list, [{ field: 'search_value', validation_type: 'required' }]);
});

test('a PBX can be given other extensions', bounded, async (t) => {
  const pbx = await pbxFor(t, { extensions: [{ id: 1, number: '900', name: 'Only One', email: 'one@example.com' }] });
  assert.deepEqual(numbersIn(await list(pbx, 'extension/list')), ['900']);
});

test(
  'an extension’s e-mail, number and id can change while the PBX runs, and a reset undoes it',
  bounded,
  async (t) => {
    const pbx = await pbxFor(t);
    pbx.changeExtension('3202', { email: 'leo@helpdesk.example' });
    pbx.changeExtension('3202', { number: '3299', id: 160 });
    const moved = await list(pbx, 'extension/search', { search_value: 'leo@' });
    assert.deepEqual([moved.rows[0]?.number, moved.rows[0]?.id], ['3299', 160]);
    assert.deepEqual((await list(pbx, 'extension/search', { search_value: '3202' })).rows, []);
    pbx.changeExtension('3299', { number: '3202' });
    assert.deepEqual(numbersIn(await list(pbx, 'extension/search', { search_value: '3202' })), ['3202']);
    assert.throws(() => pbx.changeExtension('3299', { id: 1 }), /Nobody has the extension number 3299/);
    pbx.reset();
    const { rows } = await list(pbx, 'extension/search', { search_value: '3202' });
    assert.deepEqual([rows[0]?.id, rows[0]?.email_addr], [60, 'leo.ball@helpdesk.example']);
  },
);

test('a summary belongs to the extension id there is now; the old one is nobody’s', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const ask = (id: number) =>
    call(pbx, 'cdr/getaisummary', { token, query: { cdr_id: '20260513223234-3EE9E', dst_ext_id: id } });
  assert.equal((await ask(60)).errcode, 0);
  pbx.changeExtension('3202', { id: 160 });
  assert.deepEqual([(await ask(60)).errcode, (await ask(160)).errcode], [60001, 0]);
});

test('everybody’s address is at the office’s own domain; two desks share a mailbox and one has none', bounded, () => {
  const others = extensions.filter(({ email }) => !email.endsWith('@helpdesk.example'));
  assert.deepEqual(
    others.map(({ number, email }) => [number, email]),
    [['1005', '']],
  );
  const at = (email: string) => extensions.filter((one) => one.email === email).map(({ number }) => number);
  assert.deepEqual(at('returns@helpdesk.example'), ['3210', '3211']);
  assert.deepEqual(at('ines.duarte@helpdesk.example'), ['3203']);
});
