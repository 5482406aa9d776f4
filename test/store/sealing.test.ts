import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintOf, sealingKeyOf } from '../../src/store/account-keys.ts';
import { seal, unseal } from '../../src/store/sealing.ts';
import { account } from './support.ts';

const key = sealingKeyOf(account);

test('a sealed text opens with its key and with no other', () => {
  for (const text of ['', 'token', 'ü\u0000€', 'x'.repeat(10_000)]) assert.equal(unseal(seal(text, key), key), text);
  assert.equal(
    unseal(seal('token', key), sealingKeyOf({ ...account, clientSecret: `${account.clientSecret} ` })),
    null,
  );
});

test('two seals of the same text have nothing in common', () => {
  const [one, other] = [seal('token', key), seal('token', key)];
  assert.notEqual(one.slice(3, 20), other.slice(3, 20));
  assert.notEqual(one.slice(-7), other.slice(-7));
});

test('a seal with a changed bit, a missing end or something added does not open', () => {
  const sealed = seal('token', key);
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(unseal(`v1.${changed.toString('base64url')}`, key), null, `bit ${bit}`);
  }
  for (let length = 0; length < bytes.length; length += 1)
    assert.equal(unseal(`v1.${bytes.subarray(0, length).toString('base64url')}`, key), null, `${length} bytes`);
  assert.equal(unseal(`v1.${Buffer.concat([bytes, Buffer.of(0)]).toString('base64url')}`, key), null);
  for (const other of ['', 'v1.', 'v2.', sealed.slice(3), `v2.${sealed.slice(3)}`])
    assert.equal(unseal(other, key), null);
});

test('the fingerprint of a secret tells secrets apart and holds nothing of them', () => {
  const fingerprint = fingerprintOf(account);
  assert.match(fingerprint, /^[0-9a-f]{32}$/);
  assert.equal(fingerprintOf({ ...account }), fingerprint);
  const others = [{ clientSecret: 'another' }, { clientId: 'another' }, { pbx: 'another' }];
  assert.equal(new Set([fingerprint, ...others.map((other) => fingerprintOf({ ...account, ...other }))]).size, 4);
  assert.ok(!key.toString('hex').includes(fingerprint.slice(0, 16)), 'nor of the key that seals the tokens');
});
