import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callSummaryMessage, summaryPage } from '../../src/blocks/call-summary.ts';
import { cleanLine } from '../../src/services/summary-html/clean-text.ts';
import { attackStrings } from '../services/summary-html/attack-strings.ts';
import { sampleSummary } from './sample-summary.ts';
import { problemsOf, textProblems, textsIn } from './slack-rules.ts';

const places: Readonly<Record<string, (attack: string) => string>> = {
  'as the whole summary': (attack) => attack,
  'as a title': (attack) => `<h3>${attack}</h3><ul><li>One</li></ul>`,
  'as an action': (attack) => `<p>Follow-Up Actions</p><ul><li>Two</li><li>${attack}</li></ul>`,
  'in bold': (attack) => `<p>said <b>${attack}</b> and <code>${attack}</code></p>`,
};

for (const attack of attackStrings) {
  test(`"${attack.slice(0, 60).replaceAll(/[^ -~]/g, '·')}" stays words, wherever it stands`, () => {
    for (const [place, htmlWith] of Object.entries(places)) {
      const summary = sampleSummary(htmlWith(attack), { name: cleanLine(attack) });
      const { text, blocks } = callSummaryMessage(summary);
      assert.deepEqual(problemsOf(blocks, { surface: 'message' }), [], place);
      assert.deepEqual(problemsOf(summaryPage(summary, 1).blocks, { surface: 'modal' }), [], place);
      assert.doesNotMatch(
        textsIn(blocks.slice(1)).join('\n'),
        /https?:\/\/|www\.|[\u200B\u202A-\u202E\u2066-\u2069]/i,
        place,
      );
      assert.deepEqual(textProblems(withoutTitle(text)), [], place);
    }
  });
}

test('there are enough attacks', () => assert.ok(attackStrings.length >= 60, String(attackStrings.length)));

/** The name is the PBX's own, so an address in it is left as the administrator wrote it. */
function withoutTitle(text: string): string {
  return text.split('\n').slice(1).join('\n');
}
