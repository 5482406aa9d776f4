import { z } from 'zod';
import { CallSummaryError } from '../../errors.ts';

/** Every answer of the PBX: HTTP 200, and in `errcode` what really happened. */
export const envelopeSchema = z.looseObject({ errcode: z.int() });

/** get_token and refresh_token. The lives are seconds; absent or odd ones are bounded by whoever uses them. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  access_token_expire_time: z.number().optional().catch(undefined),
  refresh_token: z.string().optional().catch(undefined),
  refresh_token_expire_time: z.number().optional().catch(undefined),
});
export type TokenAnswer = z.output<typeof tokenSchema>;

/** extension/search. `id` is what `src_ext_id` and `dst_ext_id` mean; `number` is what people dial. */
export const extensionPageSchema = z.object({
  total_number: z.int().nonnegative().catch(0),
  data: z.array(z.object({ id: z.int(), number: z.union([z.string(), z.number()]).transform(String) })).nullish(),
});
export type ExtensionPage = z.output<typeof extensionPageSchema>;

const millisecondsFrom = 1e11;

// Documented as a string, shown as a number, in seconds; milliseconds are recognised by their size.
const time = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .transform((value) => new Date(value > millisecondsFrom ? value : value * 1000))
  .refine((date) => !Number.isNaN(date.getTime()))
  .nullable()
  .catch(null);

const party = z.object({
  ext_num: z.union([z.string().trim(), z.number()]).transform(String),
  summary: z.string().trim().min(1),
  name: z.string().catch(''),
  created_at: time,
  updated_at: time,
});
export type PartySummary = z.output<typeof party>;

// What "no summary" looks like is not documented: an absent side, null, an empty object or list, an empty text. A side
// that holds a summary without saying whose it is matches none of these, and must not pass for nothing.
const nothing = z.union([z.null(), z.array(z.never())]).transform(() => null);
const emptyParty = z.object({ summary: z.string().regex(/^\s*$/).nullish() }).transform(() => null);
const side = z.union([party, emptyParty, nothing]).optional();

/** cdr/getaisummary: the summaries of the callee (`dst`) and the caller (`src`), as many as there are. */
export const summaryAnswerSchema = z.object({
  data: z
    .union([z.object({ dst: side, src: side }), nothing])
    .optional()
    .transform((data) => [data?.dst, data?.src].filter((found) => found !== null && found !== undefined)),
});

/** Parses what the PBX answered. @throws {CallSummaryError} `pbx_unexpected` with the first path that did not fit. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.');
  throw new CallSummaryError('pbx_unexpected', { fault: path === '' || path === undefined ? 'shape' : path });
}
