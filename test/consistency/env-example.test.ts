import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Setting, settings } from '../../src/config/settings.ts';

const example = readFileSync('.env.example', 'utf8');

test('.env.example has every setting, in the order of the app, in its words', () => {
  const entries = Object.entries<Setting>(settings);
  const names = Array.from(example.matchAll(/^#?([A-Z0-9_]+)=/gm), ([, name]) => name);
  assert.deepEqual(
    names,
    entries.map(([name]) => name),
  );
  for (const [name, { purpose, where }] of entries) {
    assert.ok(example.includes(`# ${purpose}\n# Where: ${where}\n`), name);
  }
});

test('.env.example holds no value, so nobody starts with somebody else’s', () => {
  assert.doesNotMatch(example, /^#?[A-Z0-9_]+=.+$/m);
});
