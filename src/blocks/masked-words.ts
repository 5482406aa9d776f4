import type { MaskedCounts, MaskedKind } from '../services/redaction/mask.ts';
import { listOf } from './lists-in-words.ts';

const one: Readonly<Record<MaskedKind, string>> = {
  phone_number: 'phone number',
  email_address: 'e-mail address',
  card_number: 'card number',
  long_number: 'long number',
};
const several: Readonly<Record<MaskedKind, string>> = {
  phone_number: 'phone numbers',
  email_address: 'e-mail addresses',
  card_number: 'card numbers',
  long_number: 'long numbers',
};
const kinds = ['phone_number', 'email_address', 'card_number', 'long_number'] as const satisfies MaskedKind[];

/** What was masked: `2 phone numbers and 1 card number are masked.` */
export function maskedWords(counts: MaskedCounts): string {
  const found = kinds.filter((kind) => counts[kind] > 0);
  if (found.length === 0) return 'I found nothing to mask.';
  const words = found.map((kind) => (counts[kind] === 1 ? `1 ${one[kind]}` : `${counts[kind]} ${several[kind]}`));
  const isOne = found.length === 1 && found.every((kind) => counts[kind] === 1);
  return `${listOf(words)} ${isOne ? 'is' : 'are'} masked.`;
}
