import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseAccessFile } from '../../../src/services/access/access-file.ts';
import { accessFileSchema } from '../../../src/services/access/access-file-schema.ts';

const example = readFileSync('access.example.yml', 'utf8');
/** The example once an administrator has taken the "#" away in front of every entry. */
const filledIn = example.replaceAll(/^#(?=contact:| +(- |\w+:))/gm, '');

test('the example file, as it is, gives nobody anything', () => {
  const parsed = parseAccessFile(example);
  assert.ok('rules' in parsed);
  const { admins, ties, leads, closedChannels, redactedChannels, allowsExternal } = parsed.rules;
  assert.deepEqual([admins.size, ties, leads, allowsExternal], [0, [], [], false]);
  assert.deepEqual([closedChannels.size, redactedChannels.size], [0, 0]);
});

test('the example file is right once its entries are switched on', () => {
  const parsed = parseAccessFile(filledIn);
  assert.ok('rules' in parsed, 'problems' in parsed ? JSON.stringify(parsed.problems) : '');
  const { contact, admins, ties, leads, closedChannels, redactedChannels } = parsed.rules;
  assert.match(contact ?? '', /^Ask /);
  assert.deepEqual([...admins], ['U012ABC3DEF']);
  assert.deepEqual(
    ties.map(({ personId, extensionNumber, from, until }) => [personId, extensionNumber, from, until]),
    [
      ['U012ABC3DEF', '3202', null, '2026-02-28'],
      ['U023BCD4EFG', '3202', '2026-03-01', null],
      ['U034CDE5FGH', '0321', null, null],
    ],
  );
  assert.deepEqual(
    leads.map(({ extensions }) => extensions),
    [
      [
        { first: '3200', last: '3299' },
        { first: '3400', last: '3400' },
      ],
    ],
  );
  assert.deepEqual([...closedChannels], ['C012ABC3DEF']);
  assert.deepEqual([...redactedChannels], ['C012ABC3DEF']);
});

test('the example file explains every key there is, right above it', () => {
  for (const key of Object.keys(accessFileSchema.shape))
    assert.match(example, new RegExp(`(^|\\n\\n)(# .+\\n|#\\n)+#?${key}:`), key);
});
