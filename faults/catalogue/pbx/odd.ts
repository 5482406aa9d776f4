import assert from 'node:assert/strict';
import { oddAnswers, type Fault as PbxFault } from '../../../simulators/pbx/index.ts';
import { canaries } from '../../../test/process/canaries.ts';
import type { Fault } from '../../fault.ts';
import { asks, asksAndReads, readsSummary } from '../../person.ts';

const question = 'cdr/getaisummary';
const unexpected = /not look as expected/;
const orNone = /not look as expected|No AI summary is available/;

const odd: Fault = {
  id: 'P7',
  says: `${Object.keys(oddAnswers).length} answers on HTTP 200 that are none: HTML, nothing, half a JSON, __proto__ …`,
  expected: 'a sentence each, no summary, the next question as if nothing had been',
  async inject(scene) {
    const read = new Set<string>();
    for (const fault of Object.values<PbxFault>(oddAnswers)) {
      scene.pbx.script(question, fault, 2);
      read.add((await asksAndReads(scene, orNone)).reads);
      scene.pbx.clearScript();
    }
    await readsSummary(scene);
    return { reads: [...read].join(' / ') };
  },
};

const answer = (party: object) => ({ errcode: 0, errmsg: 'SUCCESS', data: { dst: party } });
const right = {
  id: 1,
  ext_num: canaries.extension,
  ext_name: 'x',
  created_at: 1778682824,
  summary: '<p>Key Points</p>',
};

/** Answers of the right form whose fields are not what they should be, and what comes of them. */
const schemas: readonly (readonly [what: string, body: object, words: RegExp])[] = [
  ['no data', { errcode: 0 }, orNone],
  ['a list as data', { errcode: 0, data: [] }, orNone],
  ['text as data', { errcode: 0, data: 'x' }, orNone],
  ['an empty summary', answer({ ...right, summary: '' }), orNone],
  ['null as summary', answer({ ...right, summary: null }), orNone],
  ['a number as summary', answer({ ...right, summary: 7 }), orNone],
  ['half a surrogate pair', answer({ ...right, summary: '<p>Key Points</p><ul><li>\ud83d</li></ul>' }), /Key Points/],
  ['a year in milliseconds', answer({ ...right, created_at: 1_778_682_824_000 }), /Key Points/],
  ['a time that is none', answer({ ...right, created_at: 'yesterday' }), /Key Points|expected/],
];

const wrongSchema: Fault = {
  id: 'P9a',
  says: `${schemas.length} answers whose fields are not what they should be`,
  expected: 'tolerant where it is harmless, else a sentence',
  async inject(scene) {
    for (const [what, body, words] of schemas) {
      scene.pbx.script(question, { kind: 'raw', body: JSON.stringify(body) }, 2);
      const { reads } = await asks(scene);
      assert.match(reads, words, what);
      scene.pbx.clearScript();
    }
    return { also: schemas.map(([what]) => what).join(', ') };
  },
};

const otherParty: Fault = {
  id: 'P9b',
  says: 'the PBX answers with the summary of another extension',
  expected: 'not shown',
  async inject(scene) {
    scene.pbx.script(question, { kind: 'raw', body: JSON.stringify(answer({ ...right, ext_num: '1000' })) }, 2);
    const { reads } = await asksAndReads(scene, /No AI summary is available/);
    return { reads };
  },
};

const notReady: Fault = {
  id: 'P19',
  says: 'the PBX is still writing the summary',
  expected: 'said so; nothing is waited for',
  async inject(scene) {
    scene.pbx.script(question, { kind: 'errcode', errcode: 2 }, 2);
    const { reads } = await asksAndReads(scene, /still writing the summary/);
    return { reads };
  },
};

const page: Fault = {
  id: 'P7b',
  says: 'a captive portal answers 200 to everything, the sign-in too',
  expected: 'a sentence; two sign-ins at most',
  setting: { env: {} },
  async inject(scene) {
    const { pbx } = scene;
    pbx.script('*', { kind: 'http-status', status: 200 }, 20);
    const { reads } = await asksAndReads(scene, unexpected);
    assert.ok(pbx.count('get_token') <= 2, `${pbx.count('get_token')} sign-ins`);
    return { reads };
  },
};

/** The PBX answers, and it is no answer. */
export const oddities: readonly Fault[] = [odd, page, wrongSchema, otherParty, notReady];
