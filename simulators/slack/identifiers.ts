import { randomBytes, randomInt } from 'node:crypto';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** Takes a Slack prefix such as `V` or `D`; gives a fresh id of the length Slack uses. */
export function newId(prefix: string): string {
  return prefix + Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
}

/** Gives hexadecimal characters nobody can guess, twice as many as bytes. */
export function secret(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** Gives a `block_id` or `action_id` as Slack invents them for elements that have none. */
export function newElementId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
