import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedWords } from '../../src/blocks/masked-words.ts';

const nothing = { phone_number: 0, email_address: 0, card_number: 0, long_number: 0 };

test('a person reads what was masked, and how much of it', () => {
  assert.equal(maskedWords(nothing), 'I found nothing to mask.');
  assert.equal(maskedWords({ ...nothing, card_number: 1 }), '1 card number is masked.');
  assert.equal(maskedWords({ ...nothing, email_address: 3 }), '3 e-mail addresses are masked.');
  assert.equal(
    maskedWords({ ...nothing, phone_number: 2, card_number: 1 }),
    '2 phone numbers and 1 card number are masked.',
  );
  assert.equal(
    maskedWords({ phone_number: 1, email_address: 1, card_number: 1, long_number: 1 }),
    '1 phone number, 1 e-mail address, 1 card number and 1 long number are masked.',
  );
});
