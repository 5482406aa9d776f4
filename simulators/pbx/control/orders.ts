import type { PbxCondition } from '../condition.ts';
import { endpointNames } from '../endpoints/index.ts';
import type { Extension } from '../extensions.ts';
import { isJsonObject } from '../json-object.ts';
import type { RecentCallsWish } from '../recent-calls/wish.ts';
import type { Check } from './checks.ts';
import { amount, flag, integer, listOf, oneOf, optional, problemOfFields, text } from './checks.ts';

const wishShape: { [Field in keyof RecentCallsWish]-?: Check } = {
  count: amount,
  seed: optional(amount),
  days: optional(amount),
  odd: optional(flag),
};

const changeShape: { [Field in keyof Extension]-?: Check } = {
  id: optional(amount),
  number: optional(text),
  name: optional(text),
  email: optional(text),
  mobile: optional(text),
  presence: optional(text),
};

const conditionShape: { [Field in keyof PbxCondition]-?: Check } = {
  firmwareVersion: optional(text),
  modelName: optional(text),
  missingV2: optional(oneOf(10001, 10003, -2, null)),
  isApiAvailable: optional(flag),
  isAddressAllowed: optional(flag),
  deniedEndpoints: optional(listOf(oneOf(...endpointNames))),
  clockAheadMs: optional(integer),
};

const change: Check = (value) =>
  isJsonObject(value) ? problemOfFields('of an extension', value, changeShape) : 'must be an object';

/** Makes sure a value from outside is a wish for recent calls; throws an error that says why it is not. */
export function assertRecentCallsWish(value: Record<string, unknown>): asserts value is RecentCallsWish {
  insist(problemOfFields('A wish for recent calls', value, wishShape));
}

/** Who is to change, by the number they have now, and how. */
type ExtensionOrder = { number: string; change: Partial<Extension> };

/** Makes sure a value from outside is a change of an extension; throws an error that says why it is not. */
export function assertExtensionOrder(value: Record<string, unknown>): asserts value is ExtensionOrder {
  insist(problemOfFields('A change of an extension', value, { number: text, change }));
}

/** Makes sure a value from outside is a change of the PBX itself; throws an error that says why it is not. */
export function assertCondition(value: Record<string, unknown>): asserts value is Partial<PbxCondition> {
  insist(problemOfFields('A change of the PBX', value, conditionShape));
}

function insist(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}
