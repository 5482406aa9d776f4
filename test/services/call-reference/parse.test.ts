import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCallSummaryError, type UsageProblem } from '../../../src/errors.ts';
import { parseCallReference } from '../../../src/services/call-reference/parse.ts';

const leg = '20260513223234-3EE9E';
const otherLeg = '20260513223234-3EE9F';

const asTyped = [
  `${leg} 3202`,
  `3202 ${leg}`,
  `  ${leg}\t3202\n`,
  `${leg}\u00A0\u3000\u20283202`,
  `${leg.toLowerCase()} 3202`,
  `"${leg}" '3202'`,
  `“${leg}” „3202“`,
  `«${leg}» ‹3202›`,
  `\`${leg}\` \`3202\``,
  `\`\`\`${leg} 3202\`\`\``,
  `${leg} (3202)`,
  `[${leg}] {3202}`,
  `<${leg}> <3202>`,
  `${leg},3202`,
  `${leg};3202`,
  `${leg}|3202`,
  `${leg}: 3202`,
  `${leg}. 3202.`,
  `- ${leg} - 3202`,
  `*${leg}* _3202_`,
  `~${leg}~ **3202**`,
  `_${leg}_ *_3202_*`,
];

const inWords = [
  `cdr_id=${leg} ext=3202`,
  `cdr_id: ${leg}, ext_num: 3202`,
  `leg ${leg} ext. 3202`,
  `ext3202 ${leg}`,
  `EXT3202 ${leg}`,
  `extension3202 ${leg}`,
  `x3202 ${leg}`,
  `#3202 ${leg}`,
  `ext #3202 of the call ${leg}`,
  `summary for ${leg} on 3202?`,
  `Please, the Summary of Call ${leg} for Extension 3202!`,
  `${leg} 3202 3202`,
  `${leg} ${leg.toLowerCase()} 3202`,
];

const pasted = [
  `<@U0LEO> ${leg} 3202`,
  `<@U0LEO|leo12345> ${leg} 3202`,
  `<#C0SUPPORT|support-42> ${leg} 3202`,
  `<!subteam^S012345|@agents> ${leg} 3202`,
  `@leo ${leg} 3202`,
  `<https://pbx.example.com/cdr/${leg}> 3202`,
  `<https://pbx.example.com/cdr/${leg}|${leg}> 3202`,
  `<https://pbx.example.com:8088/call?page=12|${leg}> 3202`,
  `https://pbx.example.com:8088/cdr?id=${leg}&page=12 3202`,
  `<tel:3202|3202> ${leg}`,
];

const lookAlikes = [
  `２０２６０５１３２２３２３４－３ＥＥ９Ｅ ３２０２`,
  `20260513223234\u20103EE9E 3202`,
  `20260513223234\u20113EE9E 3202`,
  `20260513223234\u20133EE9E 3202`,
  `20260513223234\u20143EE9E 3202`,
  `20260513223234\u22123EE9E 3202`,
  `\u200B${leg}\u2060 3202\uFEFF`,
  `2026\u00AD0513223234-3EE9E 32\u200D02`,
  `\u202A${leg}\u202C \u20663202\u2069`,
];

for (const typed of [...asTyped, ...inWords, ...pasted, ...lookAlikes])
  test(`understood: ${JSON.stringify(typed)}`, () => {
    assert.deepEqual(parseCallReference(typed), { cdrId: leg, extensionNumber: '3202' });
  });

test('an extension number is kept as it is dialled, leading zeros too', () => {
  for (const number of ['1', '7', '0032', '000', '1234567890'])
    assert.equal(parseCallReference(`${leg} ${number}`).extensionNumber, number);
});

test('an id that only resembles a leg id is taken as it was typed', () => {
  for (const id of ['20260513223234-3EE9', '20260513223234-3EE9EF', '20260513_223234', 'pbx2-1234567-3ee9e'])
    assert.deepEqual(parseCallReference(`${id} 3202`), { cdrId: id, extensionNumber: '3202' });
});

const problems: readonly (readonly [string, UsageProblem])[] = [
  ['', { kind: 'nothing_given' }],
  [' \n\t ', { kind: 'nothing_given' }],
  ['the call summary, please', { kind: 'nothing_given' }],
  ['<@U0LEO>', { kind: 'nothing_given' }],
  ['https://pbx.example.com/', { kind: 'nothing_given' }],
  ['"" () - *', { kind: 'nothing_given' }],
  ['3202', { kind: 'cdr_id_missing' }],
  ['ext. 3202', { kind: 'cdr_id_missing' }],
  [leg, { kind: 'extension_number_missing' }],
  [`<https://pbx.example.com/3202|${leg}>`, { kind: 'extension_number_missing' }],
  [`${leg} ${otherLeg} 3202`, { kind: 'several_cdr_ids', given: [leg, otherLeg] }],
  [`${leg} ${otherLeg}`, { kind: 'several_cdr_ids', given: [leg, otherLeg] }],
  [`<https://pbx.example.com/${leg}|${otherLeg}> 3202`, { kind: 'several_cdr_ids', given: [leg, otherLeg] }],
  [`${leg} 2026-05-13 3202`, { kind: 'several_cdr_ids', given: [leg, '2026-05-13'] }],
  [`${leg} 3202 3203`, { kind: 'several_extension_numbers', given: ['3202', '3203'] }],
  [`${leg} 32 02`, { kind: 'several_extension_numbers', given: ['32', '02'] }],
  [`${leg} 3202 x3203`, { kind: 'several_extension_numbers', given: ['3202', '3203'] }],
  ['202605151130021D4F6 3202', { kind: 'whole_call_id', given: '202605151130021D4F6' }],
  ['202605151130021d4f6 3202', { kind: 'whole_call_id', given: '202605151130021d4f6' }],
  ['2026051511300212345 3202', { kind: 'whole_call_id', given: '2026051511300212345' }],
  [`${leg} 202605151130021D4F6`, { kind: 'whole_call_id', given: '202605151130021D4F6' }],
  ['help', { kind: 'not_understood', given: 'help' }],
  [`${leg} Leo`, { kind: 'not_understood', given: 'Leo' }],
  [`${leg} 3202 now`, { kind: 'not_understood', given: 'now' }],
  [`${leg} 3202a`, { kind: 'not_understood', given: '3202a' }],
  [`${leg} -3202`, { kind: 'not_understood', given: '-3202' }],
  [`${leg} +493202`, { kind: 'not_understood', given: '+493202' }],
  [`${leg} 12345678901`, { kind: 'not_understood', given: '12345678901' }],
  [`${leg} ٣٢٠٢`, { kind: 'not_understood', given: '٣٢٠٢' }],
  [`${leg} constructor`, { kind: 'not_understood', given: 'constructor' }],
  ['a-1 3202', { kind: 'not_understood', given: 'a-1' }],
  [`${'9'.repeat(60)}-12345 3202`, { kind: 'not_understood', given: `${'9'.repeat(60)}-12345` }],
];

for (const [typed, problem] of problems)
  test(`not guessed at: ${JSON.stringify(typed)} is ${problem.kind}`, () => {
    assert.throws(
      () => parseCallReference(typed),
      (thrown) => {
        assert.ok(isCallSummaryError(thrown, 'usage'));
        assert.deepEqual(thrown.details.problem, problem);
        return true;
      },
    );
  });
