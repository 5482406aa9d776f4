import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isJsonObject } from '../json-object.ts';

/** Says what is wrong with a value from outside, or null when nothing is. */
export type Check = (value: unknown) => string | null;

/** A whole number, also below zero. */
export const integer: Check = (value) => (Number.isInteger(value) ? null : 'must be a whole number');

/** A whole number from 0 up to 2 GiB. */
export const amount: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31
    ? null
    : 'must be a whole number from 0 up';

/** An HTTP status that can end an answer. */
export const status: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 200 && value < 600
    ? null
    : 'must be from 200 to 599';

/** Any text. */
export const text: Check = (value) => (typeof value === 'string' ? null : 'must be a text');

/** Yes or no. */
export const flag: Check = (value) => (typeof value === 'boolean' ? null : 'must be true or false');

/** Any JSON object. */
export const object: Check = (value) => (isJsonObject(value) ? null : 'must be an object');

/** A text that may stand in a header line. */
export const headerValue: Check = (value) =>
  isHeaderLine(['location', value]) ? null : 'must be a text of printable ASCII';

/** An object of header names and values. */
export const headers: Check = (value) =>
  isJsonObject(value) && Object.entries(value).every(isHeaderLine) ? null : 'must be an object of header lines';

/** The same check for something that may be left out. */
export function optional(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}

/** A list of values that each pass the check. */
export function listOf(check: Check): Check {
  return (value) =>
    Array.isArray(value) ? (value.map(check).find((problem) => problem !== null) ?? null) : 'must be a list';
}

/** One of a few values. */
export function oneOf(...choices: (string | number | null)[]): Check {
  const allowed = new Set<unknown>(choices);
  return (value) => (allowed.has(value) ? null : `must be one of ${choices.join(', ')}`);
}

/** What is wrong with the fields of an object, its name first; null when each passes its check and none is unknown. */
export function problemOfFields(name: string, fields: Record<string, unknown>, shape: Record<string, Check>) {
  const unknown = Object.keys(fields).find((field) => !Object.hasOwn(shape, field));
  if (unknown !== undefined) return `${name} has no field "${unknown}"`;
  for (const [field, check] of Object.entries(shape)) {
    const problem = check(fields[field]);
    if (problem !== null) return `${name}: "${field}" ${problem}`;
  }
  return null;
}

function isHeaderLine([name, value]: [string, unknown]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
    return typeof value === 'string';
  } catch {
    return false;
  }
}
