import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { PbxSimulator } from '../../../simulators/pbx/index.ts';
import { extensions, sampleCalls } from '../../../simulators/pbx/index.ts';
import { bounded, call, errcode, logIn, pbxFor } from './client.ts';

const documented = '20260513223234-3EE9E';
const leoBall = 60;

async function ask(pbx: PbxSimulator, query: Record<string, string | number>) {
  const { token } = await logIn(pbx);
  const answer = await call(pbx, 'cdr/getaisummary', { token, query });
  await call(pbx, 'del_token', { token });
  return answer;
}

test('the vendor’s example is answered value for value, under dst, whichever side is asked', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const bySource = await ask(pbx, { cdr_id: documented, src_ext_id: leoBall });
  assert.deepEqual(await ask(pbx, { cdr_id: documented, dst_ext_id: leoBall }), bySource);
  const { summary, ...rest } = (bySource.data as { dst: { summary: string } }).dst;
  assert.deepEqual(Object.keys(bySource), ['errcode', 'errmsg', 'data']);
  assert.deepEqual(rest, {
    id: 53,
    call_id: documented,
    created_at: 1778682824,
    updated_at: 1778682824,
    avatar: '',
    name: 'Human Agent - Leo Ball',
    ext_num: '3202',
  });
  assert.equal(summary.length, 712);
  assert.equal(summary.match(/<li>/g)?.length, 9);
  assert.match(summary, /^<p>Call Summary<\/p>\n<ul>\n<li>Kristin Hale was transferred/);
  assert.match(summary, /<\/ul>\n<p>Follow-Up Actions<\/p>\n<ul>\n<li>Check .*resolution time\.<\/li>\n<\/ul>\n$/s);
});

test('asking for both sides or for neither is a parameter error', bounded, async (t) => {
  const pbx = await pbxFor(t);
  assert.equal(await errcode(ask(pbx, { cdr_id: documented, src_ext_id: leoBall, dst_ext_id: leoBall })), 40002);
  assert.equal(await errcode(ask(pbx, { cdr_id: documented })), 40002);
  assert.equal(await errcode(ask(pbx, { dst_ext_id: leoBall })), 40002);
  for (const notAnId of ['', 'Leo', '60.5', '-60', '0x3c', '60 ']) {
    assert.equal(await errcode(ask(pbx, { cdr_id: documented, dst_ext_id: notAnId })), 40002, notAnId);
  }
});

test('an extension number is not an extension id', bounded, async (t) => {
  const [usual, other] = [await pbxFor(t), await pbxFor(t, { unknownExtensionErrcode: 40002 })];
  const query = { cdr_id: documented, dst_ext_id: 3202 };
  assert.deepEqual(await ask(usual, query), { errcode: 60001, errmsg: 'DATA NOT FOUND' });
  assert.equal(await errcode(ask(other, query)), 40002);
});

test('an unknown leg, and a leg the extension was not on, have no data', bounded, async (t) => {
  const pbx = await pbxFor(t);
  assert.equal(await errcode(ask(pbx, { cdr_id: '20260513223234-00000', dst_ext_id: leoBall })), 60001);
  assert.equal(await errcode(ask(pbx, { cdr_id: documented, dst_ext_id: 7 })), 60001);
});

test('a leg whose extension is the caller answers as src and gives nothing as dst', bounded, async (t) => {
  const pbx = await pbxFor(t);
  const cdrId = '20260518094702-40D1B';
  const { data } = await ask(pbx, { cdr_id: cdrId, src_ext_id: 5 });
  assert.deepEqual(Object.keys(data as object), ['src']);
  assert.deepEqual(await ask(pbx, { cdr_id: cdrId, dst_ext_id: 5 }), { errcode: 0, errmsg: 'SUCCESS', data: {} });
});

test('some legs answer under the key that was asked', bounded, async (t) => {
  const pbx = await pbxFor(t);
  for (const side of ['src', 'dst']) {
    const { data } = await ask(pbx, { cdr_id: '20260514091205-A41C7', [`${side}_ext_id`]: 40 });
    assert.deepEqual(Object.keys(data as object), [side]);
  }
});

test('a PBX can be given other calls', bounded, async (t) => {
  const own = {
    cdrId: '20260601000000-00001',
    extensionNumber: '3202',
    shows: 'Errcode 1 beside data.',
    wholeAnswer: { errcode: 1, errmsg: 'PARTIAL SUCCESS', data: { dst: null } },
  };
  const pbx = await pbxFor(t, { calls: [own] });
  assert.deepEqual(await ask(pbx, { cdr_id: own.cdrId, dst_ext_id: leoBall }), own.wholeAnswer);
  assert.equal(await errcode(ask(pbx, { cdr_id: documented, dst_ext_id: leoBall })), 60001);
});

type Told = { call_id: string; summary: string | null; created_at: unknown; ext_num: unknown; avatar: string };
type Answer = { errcode: number; errmsg: string; data?: Record<string, Told> };

/** What the PBX answers about each sample call, asked by its extension as the callee and then as the caller. */
async function tellAll(t: TestContext): Promise<Map<string, Answer>> {
  const pbx = await pbxFor(t);
  const { token } = await logIn(pbx);
  const answers = new Map<string, Answer>();
  for (const { cdrId, extensionNumber } of sampleCalls) {
    const id = extensions.find(({ number }) => number === extensionNumber)?.id ?? 0;
    const ask = (side: string) => call(pbx, 'cdr/getaisummary', { token, query: { cdr_id: cdrId, [side]: id } });
    const asCallee = (await ask('dst_ext_id')) as Answer;
    answers.set(cdrId, hasText(asCallee) ? asCallee : ((await ask('src_ext_id')) as Answer));
  }
  return answers;
}

const hasText = ({ data }: Answer) => Object.values(data ?? {}).some((told) => Boolean(told?.summary));
const texts = (answers: Map<string, Answer>) =>
  [...answers.values()].flatMap(({ data }) => Object.values(data ?? {}).map((told) => told?.summary ?? ''));

test('every sample call has a leg id of its own, an extension of the directory and one sentence', bounded, () => {
  const numbers = new Set(extensions.map(({ number }) => number));
  for (const { cdrId, extensionNumber, shows } of sampleCalls) {
    assert.match(cdrId, /^\d{14}-[0-9A-F]{5}$/);
    assert.ok(numbers.has(extensionNumber), extensionNumber);
    assert.match(shows, /^[^.]+\.$|^.+ data\.src .+\.$/, shows);
  }
  assert.equal(new Set(sampleCalls.map(({ cdrId }) => cdrId)).size, sampleCalls.length);
  assert.equal(sampleCalls[0]?.cdrId, '20260513223234-3EE9E');
});

test('a sample call has a summary, or says in its sentence that there is none', bounded, async (t) => {
  const answers = await tellAll(t);
  for (const { cdrId, shows } of sampleCalls) {
    const answer = answers.get(cdrId);
    assert.ok(answer);
    assert.equal(hasText(answer), !/^(No summary|Not ready)/.test(shows), shows);
  }
});

test('the samples without a summary are nothing in every shape', bounded, async (t) => {
  const answers = await tellAll(t);
  const shapes = [...answers.values()].filter((answer) => !hasText(answer)).map((answer) => JSON.stringify(answer));
  const ok = '"errcode":0,"errmsg":"SUCCESS"';
  const whole = ['', ',"data":{}', ',"data":null', ',"data":[]', ',"data":{"src":{}}', ',"data":{"src":null}'];
  for (const data of whole) assert.ok(shapes.includes(`{${ok}${data}}`), data);
  assert.ok(shapes.includes('{"errcode":2,"errmsg":"PROCESSING"}'));
  assert.ok(shapes.includes('{"errcode":60001,"errmsg":"DATA NOT FOUND"}'));
  assert.ok(shapes.some((shape) => shape.includes('"summary":""')));
  assert.ok(shapes.some((shape) => shape.includes('"summary":null')));
});

test('the samples hold the structures and the hostility they promise', bounded, async (t) => {
  const all = texts(await tellAll(t));
  const promised = [
    /<h3>关键要点<\/h3>\n<ul>/,
    /<h3>Nächste Schritte<\/h3>/,
    /<p><strong>Puntos clave:<\/strong><\/p>\n<ul>/,
    /<h2>Résumé de l&#39;appel<\/h2>/,
    /<p>Follow-up Actions<\/p>\n<ul>\n\n<\/ul>\n$/,
    /<ul>\n<li>Press 4: oil on the floor\n<ul>/,
    /<ol>\n<li>drain the oil/,
    /^<p>Gil Marchetti(?!.*<[uo]l>)/s,
    /<strong>FD-2207<\/strong>.*&lt; 500 &euro;/s,
    /<script>.*&lt;!channel&gt;.*&lt;@U123&gt;.*<a href="https:\/\/evil\.example">your bank<\/a>/s,
    /\u202E.*\u202C.*\u2066.*\u2069/s,
    /\*bold\* _italic_/,
  ];
  for (const pattern of promised)
    assert.ok(
      all.some((text) => pattern.test(text)),
      String(pattern),
    );
  assert.ok(all.some((text) => (text.match(/<li>/g)?.length ?? 0) > 40));
});

test('the samples write times and numbers in every way a PBX may', bounded, async (t) => {
  const answers = await tellAll(t);
  const field = (cdrId: string, name: 'created_at' | 'ext_num') => answers.get(cdrId)?.data?.dst?.[name];
  assert.equal(field('20260513223234-3EE9E', 'created_at'), 1778682824);
  assert.equal(field('20260518112719-55E30', 'created_at'), '1779075102');
  assert.equal(field('20260518130158-A9B44', 'created_at'), 1779080791000);
  assert.equal(field('20260518134426-0F6D8', 'ext_num'), 3202);
  assert.equal(field('20260518104400-8C2A9', 'ext_num'), '1001');
});

test(
  'the transferred call has two legs of one call, and each party of the second has its own summary',
  bounded,
  async (t) => {
    const legs = sampleCalls.filter(({ uid }) => uid !== undefined);
    assert.equal(legs.length, 2);
    assert.equal(new Set(legs.map(({ uid }) => uid)).size, 1);
    const pbx = await pbxFor(t);
    const { token } = await logIn(pbx);
    const ask = (query: Record<string, string | number>) =>
      call(pbx, 'cdr/getaisummary', { token, query: { cdr_id: '20260515113218-B7A19', ...query } }) as Promise<Answer>;
    const [caller, callee] = [await ask({ src_ext_id: 3 }), await ask({ dst_ext_id: 34 })];
    assert.equal(caller.data?.src?.ext_num, '1000');
    assert.equal(callee.data?.dst?.ext_num, '1003');
    assert.notEqual(caller.data?.src?.summary, callee.data?.dst?.summary);
  },
);

test('one sample answers with both parties, whichever is asked', bounded, async (t) => {
  const answers = await tellAll(t);
  const { data } = answers.get('20260518101533-D3F07') ?? {};
  assert.deepEqual([data?.src?.ext_num, data?.dst?.ext_num], ['4001', '4003']);
});
