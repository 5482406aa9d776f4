import { randomInt } from 'node:crypto';

// Crockford's alphabet: nothing in it looks like something else when read out over the telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** A short random id to quote, such as `K7Q2M9XD`. */
export const newReferenceId = (): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
