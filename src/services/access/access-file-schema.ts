import { z } from 'zod';
import type { NumberRange } from './access-rules.ts';
import { isRealDay } from './call-day.ts';

/** Says what is missing, or what was written and what it should be; long values are shortened. */
const expecting = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => {
    if (input === undefined) return 'is missing';
    return typeof input === 'string' ? `"${shortened(input)}" is not ${what}` : `must be ${what}`;
  },
});
const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const textLike = (pattern: RegExp, what: string) => z.string(expecting(what)).regex(pattern, expecting(what));
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.array(entry, expecting('a list, each entry on a line of its own after a dash'));
const yesOrNo = z.enum(['true', 'false'], expecting('true or false')).transform((value) => value === 'true');

const personId = textLike(/^[UW][A-Z0-9]{2,30}$/, 'a member ID such as U012ABC3DEF');
const groupId = textLike(/^S[A-Z0-9]{2,30}$/, 'a user group ID such as S012ABC3DEF');
const channelId = textLike(/^[CG][A-Z0-9]{2,30}$/, 'a channel ID such as C012ABC3DEF');
const extensionNumber = textLike(/^\d{1,10}$/, 'an extension number such as 3202');
const day = z.string(expecting('a day such as 2026-03-01')).refine(isRealDay, expecting('a day such as 2026-03-01'));

const numberOrRange = textLike(/^\d{1,10}(-\d{1,10})?$/, 'an extension number or a range such as 3200-3299')
  .transform((text): NumberRange => {
    const [first = '', last = first] = text.split('-');
    return { first, last };
  })
  .refine(({ first, last }) => first.length === last.length, 'has a first and a last number of different length')
  .refine(({ first, last }) => first <= last, 'ends before it begins');

const tie = z
  .strictObject(
    { person: personId, extension: extensionNumber, from: day.optional(), until: day.optional() },
    expecting('an entry with person and extension'),
  )
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    error: 'is before "from"',
    path: ['until'],
  });

const lead = z.strictObject(
  { group: groupId, extensions: listOf(numberOrRange).refine((list) => list.length > 0, 'is an empty list') },
  expecting('an entry with group and extensions'),
);

/** The access file, every value a text. */
export const accessFileSchema = z.strictObject(
  {
    contact: textLike(/^[^\p{Cc}]{1,200}$/u, 'one line of at most 200 characters').optional(),
    match_email: yesOrNo.default(true),
    admins: listOf(personId).default([]),
    ties: listOf(tie).default([]),
    leads: listOf(lead).default([]),
    closed_channels: listOf(channelId).default([]),
    redacted_channels: listOf(channelId).default([]),
    allow_external: yesOrNo.default(false),
  },
  'must be a list of keys, each with a colon and a value', // no quotation: it may be a file of another kind, with a secret in it
);
export type AccessFile = z.output<typeof accessFileSchema>;
