import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
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

test('every npm command and every file the README names exists', () => {
  for (const [, script = ''] of readme.matchAll(/npm run ([\w:]+)/g)) assert.ok(script in scripts, script);
  for (const [, path = ''] of readme.matchAll(/\]\(([^):]+)\)/g)) assert.ok(existsSync(path), path);
});
