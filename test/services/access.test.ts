import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccess } from '../../src/services/access.ts';
import { parseExtensionNumber } from '../../src/services/call-reference/ids.ts';

const number = parseExtensionNumber('3202');
assert.ok(number !== null);
const leo = { id: 'U0LEO' };

test('an administrator may read every extension', async () => {
  const access = createAccess(new Set(['U0KIM', 'U0LEO']));
  await access.assertMayRead(leo, number);
});

test('whoever is no administrator is refused, and the refusal names the reader only', async () => {
  const access = createAccess(new Set(['U0KIM']));
  await assert.rejects(access.assertMayRead(leo, number), {
    code: 'not_allowed',
    details: { readerId: 'U0LEO' },
    message: 'not_allowed',
  });
});

test('while there are no administrators nobody may read anything', async () => {
  const access = createAccess(new Set());
  for (const id of ['U0LEO', '', '*', 'undefined', 'U0KIM,U0LEO'])
    await assert.rejects(access.assertMayRead({ id }, number), { code: 'not_allowed' });
});

test('an ID that only resembles an administrator’s is another one', async () => {
  const access = createAccess(new Set(['U0LEO']));
  for (const id of ['u0leo', 'U0LEO ', ' U0LEO', 'U0LEO1', 'U0LE', 'W0LEO'])
    await assert.rejects(access.assertMayRead({ id }, number), { code: 'not_allowed' });
});
