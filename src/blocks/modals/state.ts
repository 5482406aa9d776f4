import { z } from 'zod';
import type { CallReference } from '../../services/call-summary.ts';
import { decodeReference, encodeReference } from '../call-reference-value.ts';

// What a window remembers between two clicks. It comes back signed, but counts as readable by the person: ids only.

const filled = z.string().regex(/./s);
const place = z.object({ channelId: filled, threadTs: filled.nullable() });
/** Where something stands or is to stand: a conversation, and in it a thread, by the timestamp of its first message. */
export type Place = z.output<typeof place>;

const reference = z
  .string()
  .transform(decodeReference)
  .refine((decoded) => decoded !== null);

const purpose = z.object({
  kind: z.enum(['read', 'share']),
  home: place.nullable(),
  near: filled.nullable(),
  offersCalls: z.boolean(),
  suggested: z.object({ cdrId: z.string(), extensionNumber: z.string() }),
});
/**
 * Why somebody looks for a summary, to read it or to share it, and where they came from; the timestamp of the message they
 * came from, whether they can choose from recent calls, and what was filled in for them.
 */
export type Purpose = z.output<typeof purpose>;

const shown = z.object({
  channelId: filled,
  isMasked: z.boolean(),
  kind: z.enum(['public', 'private', 'direct', 'unknown']),
  sharing: z.enum(['own_workspace', 'own_organisation', 'external_pending', 'external', 'unknown']),
});
/** What somebody was shown: where, who shares the place, and what would be read there, masked or not. */
export type Shown = z.output<typeof shown>;

const shareWish = z.object({
  home: place.nullable(),
  reference,
  fingerprint: filled,
  shown: shown.nullable(),
});
/** What a person is about to share, where they came from, and what they were shown, the summary by its fingerprint. */
export type ShareWish = z.output<typeof shareWish>;

const reading = z.object({ home: place.nullable() });
/** Where somebody came from who reads a summary in a window. */
export type Reading = z.output<typeof reading>;

const pageRequest = z.object({ reference, page: z.int().min(1) });
/** Which page of which summary a button leads to. */
export type PageRequest = z.output<typeof pageRequest>;

const sharedPost = z.object({ reference, sharedBy: filled });
/** What a post in a conversation remembers of itself: whose call it shows, and who shared it. */
export type SharedPost = z.output<typeof sharedPost>;

type WithReference = { readonly reference: CallReference };
const withReference = <State extends WithReference>(state: State) =>
  JSON.stringify({ ...state, reference: encodeReference(state.reference) });

/** What fits into a view's `private_metadata`. */
export const encodePurpose = (state: Purpose): string => JSON.stringify(state);
export const encodeShareWish = (state: ShareWish): string => withReference(state);
export const encodeReading = (state: Reading): string => JSON.stringify(state);

/** What fits into a button's `value`. */
export const encodePageRequest = (request: PageRequest): string => withReference(request);
export const encodeSharedPost = (post: SharedPost): string => withReference(post);

/** @throws when the view or button is not one of ours */
export const decodePurpose = (metadata: string): Purpose => purpose.parse(JSON.parse(metadata));
export const decodeShareWish = (metadata: string): ShareWish => shareWish.parse(JSON.parse(metadata));
export const decodeReading = (metadata: string): Reading => reading.parse(JSON.parse(metadata));
export const decodePageRequest = (value: string): PageRequest => pageRequest.parse(JSON.parse(value));
export const decodeSharedPost = (value: string): SharedPost => sharedPost.parse(JSON.parse(value));
