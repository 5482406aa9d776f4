import { z } from 'zod';
import { decodeReference, encodeReference } from '../call-reference-value.ts';

// What a window remembers between two clicks. It comes back signed, but counts as readable by the person: ids only.

const thread = z.object({ channelId: z.string().min(1), threadTs: z.string().min(1) });
const reference = z
  .string()
  .transform(decodeReference)
  .refine((decoded) => decoded !== null);

/** Why somebody looks for a summary: to read it, or to post it into a thread. */
const purpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({ kind: z.literal('post'), thread }),
]);
export type Purpose = z.output<typeof purpose>;

const confirmation = z.object({ thread, reference, fingerprint: z.string().min(1) });
/** What a person is about to post, where, and the fingerprint of what they were shown. */
export type Confirmation = z.output<typeof confirmation>;

const pageRequest = z.object({ reference, page: z.int().min(1) });
/** Which page of which summary a button leads to. */
export type PageRequest = z.output<typeof pageRequest>;

/** What fits into a view's `private_metadata`. */
export const encodePurpose = (state: Purpose): string => JSON.stringify(state);
export const encodeConfirmation = (state: Confirmation): string =>
  JSON.stringify({ ...state, reference: encodeReference(state.reference) });

/** What fits into a button's `value`. */
export const encodePageRequest = (request: PageRequest): string =>
  JSON.stringify({ ...request, reference: encodeReference(request.reference) });

/** @throws when the view or button is not one of ours */
export const decodePurpose = (metadata: string): Purpose => purpose.parse(JSON.parse(metadata));
export const decodeConfirmation = (metadata: string): Confirmation => confirmation.parse(JSON.parse(metadata));
export const decodePageRequest = (value: string): PageRequest => pageRequest.parse(JSON.parse(value));
