import { createHmac, hkdfSync } from 'node:crypto';
import type { PbxAccount } from './store.ts';

/** Key bytes of AES-256. */
const keyLength = 32;
const fingerprintLength = 32;

/** The key that seals an account's tokens. Another secret, PBX or client ID gives another key. */
export const sealingKeyOf = ({ pbx, clientId, clientSecret }: PbxAccount): Buffer =>
  Buffer.from(hkdfSync('sha256', clientSecret, JSON.stringify([pbx, clientId]), 'callsummary tokens', keyLength));

/** Tells one secret from another without saying anything about it: a hash that only its owner can compute. */
export const fingerprintOf = ({ pbx, clientId, clientSecret }: PbxAccount): string =>
  createHmac('sha256', clientSecret)
    .update(JSON.stringify(['callsummary sign-ins', pbx, clientId]))
    .digest('hex')
    .slice(0, fingerprintLength);
