import type { Fault, FaultCycle, FaultFields, FaultKind } from '../faults/fault.ts';
import { isJsonObject } from '../json-object.ts';
import type { Check } from './checks.ts';
import {
  amount,
  headers,
  headerValue,
  integer,
  object,
  oneOf,
  optional,
  problemOfFields,
  status,
  text,
} from './checks.ts';

type Shapes = { [K in FaultKind]: { [Field in keyof FaultFields[K]]-?: Check } };

const fault: Check = (value) => problemOf(value);

const shapes: Shapes = {
  none: {},
  errcode: { errcode: integer, fields: optional(object) },
  delay: { milliseconds: amount, next: optional(fault) },
  hold: { next: optional(fault) },
  silence: {},
  reset: { at: oneOf('before-headers', 'mid-headers', 'mid-body') },
  drip: { millisecondsPerByte: amount },
  'http-status': { status, html: optional(text), headers: optional(headers) },
  raw: {
    body: text,
    encoding: optional(oneOf('utf8', 'base64', 'latin1')),
    status: optional(status),
    headers: optional(headers),
  },
  'huge-body': { bytes: amount, as: optional(oneOf('answer', 'rows')) },
  gzip: {},
  'download-url': { url: optional(text) },
  'gzip-bomb': { mebibytes: amount },
  'huge-headers': { bytes: amount },
  'many-encodings': { count: amount },
  redirect: { status: oneOf(301, 302, 303, 307, 308), location: headerValue },
};

/** Every kind of fault that can be asked for. */
const faultKinds = [...Object.keys(shapes), 'cycle'];

/** Makes sure a value from outside is a fault; throws an error that says in one sentence why it is not. */
export function assertFault(value: unknown): asserts value is Fault | FaultCycle {
  const isCycle = isJsonObject(value) && value.kind === 'cycle';
  const problem = isCycle ? problemOfCycle(value.of) : problemOf(value);
  if (problem !== null) throw new Error(`The fault ${problem}`);
}

function problemOfCycle(faults: unknown): string | null {
  if (!Array.isArray(faults) || faults.length === 0) return 'of kind cycle must have a list "of" faults';
  return faults.map(problemOf).find((problem) => problem !== null) ?? null;
}

function problemOf(value: unknown): string | null {
  if (!isJsonObject(value) || !isKind(value.kind))
    return `must be an object whose kind is one of ${faultKinds.join(', ')}`;
  const { kind, ...fields } = value;
  return problemOfFields(`of kind ${kind}`, fields, shapes[kind]);
}

function isKind(kind: unknown): kind is FaultKind {
  return typeof kind === 'string' && Object.hasOwn(shapes, kind);
}
