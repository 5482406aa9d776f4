import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseSummaryHtml } from '../../../src/services/summary-html/parse.ts';
import { plainForm } from './plain-form.ts';

// To add one: a .txt file with the HTML, a line of four equals signs, and what must come out (see plain-form.ts).
const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

for (const file of files) {
  test(`reads the summary "${file.replace('.txt', '').replaceAll('-', ' ')}"`, () => {
    const [html, expected, ...others] = readFileSync(new URL(file, folder), 'utf8').split(/^====\n/m);
    assert.ok(
      html !== undefined && expected !== undefined && others.length === 0,
      'one line ==== between the two halves',
    );
    assert.equal(plainForm(parseSummaryHtml(html)), withoutBlankLines(expected));
  });
}

test('there are fixtures to read', () => {
  assert.ok(files.length >= 30, `only ${files.length}`);
});

function withoutBlankLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}
