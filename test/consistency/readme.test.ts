import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const readme = readFileSync('README.md', 'utf8');
const { dependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

test('the picture in the README is what the app shows today', () => {
  assert.ok(readme.includes(readFileSync('test/gallery/summary-documented-call.txt', 'utf8').trimEnd()));
});

test('the README says why each package is there', () => {
  for (const name of Object.keys(dependencies))
    assert.match(readme, new RegExp(`\\| \`${name}\` \\| .{20,} \\|`), name);
});

for (const file of [
  'README.md',
  'docs/trust.md',
  'docs/operations.md',
  'docs/faq.md',
  'docs/metrics.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
]) {
  test(`every npm command and every file that ${file} names exists`, () => {
    const text = readFileSync(file, 'utf8');
    for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+\w)/g)) assert.ok(script in scripts, script);
    for (const [, path = ''] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      assert.ok(existsSync(join(dirname(file), path)), path);
  });
}
