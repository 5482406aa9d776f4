import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLine } from '../../../src/services/summary-html/clean-text.ts';
import { defang, hiddenTarget } from '../../../src/services/summary-html/defang.ts';

test('a display name becomes one clean line', () => {
  assert.equal(cleanLine(' Human Agent\n-\tLeo\u00A0Ball\u202E\u200B '), 'Human Agent - Leo Ball');
  assert.equal(cleanLine('\u200B\u3164 '), '');
  assert.equal(cleanLine('Zoë 👩‍💻 李 \uD800'), 'Zoë 👩‍💻 李');
});

const defanged: readonly (readonly [string, string])[] = [
  ['see https://evil.example/a.b?c=d.e now', 'see hxxps://evil[.]example/a.b?c=d.e now'],
  ['http://user@evil.example:80/', 'hxxp://user@evil[.]example:80/'],
  ['_https://evil.example_', '_hxxps://evil[.]example_'],
  ['登录https://evil.example', '登录hxxps://evil[.]example'],
  ['xhttps://evil.example', 'xhxxps://evil[.]example'],
  ['hTTpS://evil.example', 'hxxpS://evil[.]example'],
  ['www.evil.example', 'www[.]evil[.]example'],
  ['slack://channel?id=C1', 'slack[:]//channel?id=C1'],
  ['https://', 'hxxps://'],
  [
    'Node.js, 1.5 million, 14:33, and/or, a // b, example.com, a@b.example',
    'Node.js, 1.5 million, 14:33, and/or, a // b, example.com, a@b.example',
  ],
];

for (const [text, expected] of defanged) {
  test(`no address to click is left of "${text}"`, () => assert.equal(defang(text), expected));
}

test('a link shows its target only where its words do not', () => {
  assert.equal(hiddenTarget('https://evil.example/', 'your bank'), 'https://evil.example/');
  assert.equal(hiddenTarget('https://evil.example', 'https://bank.example'), 'https://evil.example');
  assert.equal(hiddenTarget('https://www.example.com/', 'Example.com'), null);
  assert.equal(hiddenTarget('javascript:alert(1)', 'run'), null);
  assert.equal(hiddenTarget('https://evil.example', ' \u200B'), null);
  assert.equal(hiddenTarget(`https://evil.example/${'x'.repeat(300)}`, 'bank')?.length, 201);
});
