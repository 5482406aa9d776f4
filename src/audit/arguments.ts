import { parseArgs } from 'node:util';
import type { AuditQuery } from '../store/store.ts';

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'list'; readonly query: AuditQuery & { readonly since: Date }; readonly isJson: boolean }
  | { readonly kind: 'not_understood'; readonly problem: string };

export const usage = `Reads the record of who decided and did what. Times are UTC.

  npm run audit -- [--since 7d] [--user U012ABC] [--ext 3202] [--json]
  npm run audit -- --verify

  --since   how far back: 30m, 12h, 7d, 4w, or a day such as 2026-05-13 (default 7d)
  --user    only this person, by Slack member ID
  --ext     only this extension number
  --json    one JSON object a line
  --verify  checks that nothing was changed or taken out since it was written`;

const options = {
  since: { type: 'string', default: '7d' },
  user: { type: 'string' },
  ext: { type: 'string' },
  json: { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command's name. */
export function wishOf(words: readonly string[], now: Date): Wish {
  try {
    const { values } = parseArgs({ args: [...words], options });
    if (values.help) return { kind: 'help' };
    return values.verify ? { kind: 'verify' } : listWishOf(values, now);
  } catch (thrown) {
    return { kind: 'not_understood', problem: firstSentenceOf(thrown) };
  }
}

interface Given {
  readonly since: string;
  readonly user?: string | undefined;
  readonly ext?: string | undefined;
  readonly json: boolean;
}

function listWishOf({ since: given, user: personId, ext: extensionNumber, json: isJson }: Given, now: Date): Wish {
  const since = beginningOf(given, now);
  if (since === null) return wrong('--since', given, '30m, 12h, 7d, 4w, or a day such as 2026-05-13');
  if (personId !== undefined && !/^[UW][A-Z0-9]+$/.test(personId))
    return wrong('--user', personId, 'a Slack member ID such as U012ABC');
  if (extensionNumber !== undefined && !/^\d+$/.test(extensionNumber))
    return wrong('--ext', extensionNumber, 'an extension number such as 3202');
  const who = personId === undefined ? {} : { personId };
  const what = extensionNumber === undefined ? {} : { extensionNumber };
  return { kind: 'list', query: { since, ...who, ...what }, isJson };
}

const wrong = (option: string, given: string, wanted: string): Wish => ({
  kind: 'not_understood',
  problem: `${option} is "${given}"; it takes ${wanted}.`,
});

const minuteMs = 60_000;
const unitsMs: Readonly<Record<string, number>> = {
  m: minuteMs,
  h: 60 * minuteMs,
  d: 24 * 60 * minuteMs,
  w: 7 * 24 * 60 * minuteMs,
};

/** A span back from now, or the beginning of a day; null for anything else, or longer ago than dates go. */
function beginningOf(given: string, now: Date): Date | null {
  const [, amount = '', unit = ''] = /^(\d+)([mhdw])$/.exec(given) ?? [];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given);
  const date = isDay ? new Date(given) : new Date(now.getTime() - Number(amount) * (unitsMs[unit] ?? Number.NaN));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1) return null;
  return isDay && !date.toISOString().startsWith(given) ? null : date; // there is no 31 February
}

/** Node explains at length how to pass an argument that begins with a dash; nobody here wants to. */
const firstSentenceOf = (thrown: unknown) =>
  thrown instanceof Error ? `${thrown.message.split(/\.(?:\s|$)/)[0]}.` : String(thrown);
