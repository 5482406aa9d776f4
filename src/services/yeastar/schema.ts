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

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const digits = z.string().regex(/^\d+$/).transform(Number);
const integer = z.union([z.int(), digits]);

/** extension/search. Rows are looked at one by one, so that an odd one does not hide the others. */
export const extensionPageSchema = z.object({
  total_number: integer.optional().catch(undefined),
  data: z.array(z.unknown()).nullish(),
});

/** The number of a row, which is what people dial; null for a row that names none. */
export const rowNumberSchema = z
  .object({ number: text })
  .transform(({ number }) => number)
  .nullable()
  .catch(null);

/** A row's `id` is what `src_ext_id` and `dst_ext_id` mean. */
export const rowIdSchema = z.object({ id: integer }).transform(({ id }) => id);

const millisecondsFrom = 1e11;
const farFuture = Date.UTC(9999, 0);

// Documented as a string, shown as a number, in seconds; milliseconds are recognised by their size.
const time = z
  .union([z.number(), digits])
  .transform((value) => new Date(value > millisecondsFrom ? value : value * 1000))
  .refine((date) => date.getTime() > 0 && date.getTime() < farFuture) // 0 means "none", not 1970
  .nullable()
  .catch(null);

const party = z.object({
  ext_num: text,
  summary: z.string().trim().min(1),
  name: z.string().catch(''),
  created_at: time,
  updated_at: time,
});
export type PartySummary = z.output<typeof party>;

// What "no summary" looks like is not documented: an absent side, null, an empty object or list, an empty text. A side
// that holds something else, such as a summary without saying whose it is, must not pass for nothing: it is odd.
const nothing = z.union([z.null(), z.array(z.never()), z.literal('')]).transform(() => null);
const emptyParty = z.object({ summary: z.string().regex(/^\s*$/).nullish() }).transform(() => null);
const odd = z.unknown().transform((): 'odd' => 'odd');
const side = z.union([party, emptyParty, nothing, odd]).optional();

/** cdr/getaisummary: the summaries of the callee (`dst`) and the caller (`src`), and whether a side could not be read. */
export const summaryAnswerSchema = z
  .object({ data: z.union([z.object({ dst: side, src: side }), nothing]).optional() })
  .transform(({ data }) => {
    const sides = [data?.dst, data?.src];
    return { parties: sides.filter(isParty), isOdd: sides.includes('odd') };
  });

const isParty = (found: PartySummary | 'odd' | null | undefined): found is PartySummary =>
  typeof found === 'object' && found !== null;

/** Parses what the PBX answered. @throws {CallSummaryError} `pbx_unexpected` with the first path that did not fit. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown, at: readonly string[] = []): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const path = [...at, ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
  throw new CallSummaryError('pbx_unexpected', { fault: path === '' ? 'shape' : path });
}
