import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelOf } from '../../src/middleware/outcome-levels.ts';

test('daily life is quiet, what an administrator has to mend is loud', () => {
  for (const code of ['ok', 'repeated', 'stopping', 'usage', 'summary_not_found', 'extension_not_found'] as const)
    assert.equal(levelOf({ code }), 'info', code);
  for (const code of [
    'not_allowed',
    'busy',
    'pbx_timeout',
    'pbx_unreachable',
    'not_posted',
    'post_unconfirmed',
  ] as const)
    assert.equal(levelOf({ code }), 'warn', code);
  for (const code of [
    'bug',
    'pbx_certificate',
    'pbx_sign_in_refused',
    'pbx_address_blocked',
    'pbx_not_set_up',
  ] as const)
    assert.equal(levelOf({ code }), 'error', code);
});

test("another party's summary coming back from the PBX deserves a look", () => {
  assert.equal(levelOf({ code: 'summary_not_found', detail: { sawOtherParty: true } }), 'warn');
  assert.equal(levelOf({ code: 'summary_not_found', detail: { sawOtherParty: false } }), 'info');
});
