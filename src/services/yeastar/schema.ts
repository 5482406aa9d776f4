import { z } from 'zod';
import { CallSummaryError } from '../../errors.ts';

// Not `min(1)`: zod compares the length of whatever has one, even where no text stands, and a deep one ends in a RangeError.
const filled = z.string().regex(/./s);

/** Every answer of the PBX: HTTP 200, and in `errcode` what really happened. */
export const envelopeSchema = z.looseObject({ errcode: z.int() });

/** get_token and refresh_token. The lives are seconds; absent or odd ones are bounded by whoever uses them. */
export const tokenSchema = z.object({
  access_token: filled,
  access_token_expire_time: z.number().optional().catch(undefined),
  refresh_token: z.string().optional().catch(undefined),
  refresh_token_expire_time: z.number().optional().catch(undefined),
});
export type TokenAnswer = z.output<typeof tokenSchema>;

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const digits = z.string().regex(/^\d+$/).transform(Number);
const integer = z.union([z.int(), digits]);

/** extension/search and extension/list. Rows are looked at one by one, so that an odd one does not hide the others. */
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
  call_id: text.nullable().catch(null),
  summary: z.string().trim().regex(/./s),
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

/** system/information: the PBX's wall clock, how it writes times, and what the time is in truth. */
export const systemClockSchema = z
  .object({
    data: z.object({
      system_time: text,
      system_date_format: text,
      system_time_format: text.catch(''),
      timestamp: time.refine((date) => date !== null),
    }),
  })
  .transform(({ data }) => data);

/** The e-mail address of an extension's row; empty for a row that names none. */
export const rowEmailSchema = z
  .object({ email_addr: z.string() })
  .transform(({ email_addr }) => email_addr)
  .catch('');

/** cdr/aidownload: where the file with the calls can be had, for half an hour. */
export const callFileSchema = z
  .object({ download_resource_url: filled })
  .transform(({ download_resource_url }) => download_resource_url);

const direction = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(['inbound', 'outbound', 'internal']));
const seconds = z.union([z.number(), digits]).pipe(z.number().min(0)).transform(Math.round);
const speaker = z
  .object({ source_number: text })
  .transform(({ source_number }) => source_number)
  .catch('');
const mostTurns = 500; // who takes part is known by then

/**
 * One row of the file with the calls. No page describes its fields, so every one may be missing or odd. Neither the
 * transcript nor the summary comes out: only who spoke, and whether there is a summary. A row that does not mention
 * summaries may have one; something that is no text is none.
 */
export const callRowSchema = z
  .object({
    leg_id: text.catch(''),
    time: text.catch(''),
    call_type: direction.nullable().catch(null),
    call_from: text.catch(''),
    call_to: text.catch(''),
    call_duration: seconds.nullable().catch(null),
    ai_transcription: z
      .unknown()
      .optional()
      .transform((turns) => (Array.isArray(turns) ? turns.slice(0, mostTurns) : []))
      .pipe(z.array(speaker)),
    ai_summary: z
      .unknown()
      .optional()
      .transform((html) => html === undefined || (typeof html === 'string' && /\S/.test(html))),
  })
  .transform(({ ai_transcription: speakers, ai_summary: hasSummary, ...row }) => ({ ...row, speakers, hasSummary }))
  .nullable()
  .catch(null);
export type CallRow = NonNullable<z.output<typeof callRowSchema>>;

/** Parses what the PBX answered. @throws {CallSummaryError} `pbx_unexpected` with the first path that did not fit. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown, at: readonly string[] = []): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const path = [...at, ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
  throw new CallSummaryError('pbx_unexpected', { fault: path === '' ? 'shape' : path });
}
