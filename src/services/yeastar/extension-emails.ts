import { CallSummaryError } from '../../errors.ts';
import type { Freshness } from '../access/people-directory.ts';
import { comparableEmail } from '../access/policy.ts';
import type { Clock } from '../clock.ts';
import type { PbxClient } from './client.ts';
import { createRemembered } from './remembered.ts';
import { extensionPageSchema, rowEmailSchema, rowNumberSchema } from './schema.ts';

/** Which extensions bear which e-mail address, remembered for five minutes. */
export interface ExtensionEmails {
  /**
   * With `now` asks anew, unless somebody else just did.
   * @throws {CallSummaryError} `pbx_unexpected` where the PBX does not list all its extensions, `pbx_timeout` where that
   * takes too long, or whatever else goes wrong with a question to the PBX
   */
  numbersWith(email: string, freshness: Freshness): Promise<readonly string[]>;
}

const keptForMs = 5 * 60_000;
/** Addresses are typed in by hand: what was read two seconds ago is how it is now, and ten people may post at once. */
const isNowForMs = 2_000;
/** A PBX in trouble is not asked for its whole list again with every command. */
const failureForMs = 15_000;
/** For all pages together; each has the deadline of a single question besides. */
const wholeListMs = 20_000;
const pageSize = 100;
const mostPages = 50;

type NumbersByEmail = ReadonlyMap<string, ReadonlySet<string>>;

/** The whole list is read and kept: the PBX searches for addresses only in part and among other columns. */
export function createExtensionEmails(client: PbxClient, clock: Clock, deadlineMs = wholeListMs): ExtensionEmails {
  const keeping = { isNowForMs, failureForMs };
  const directory = createRemembered(clock, keptForMs, () => readInTime(client, deadlineMs), keeping);
  return {
    async numbersWith(email, freshness) {
      const address = comparableEmail(email);
      return address === null ? [] : [...((await directory(freshness)).get(address) ?? [])];
    },
  };
}

/** Whoever waits is answered at the deadline; a page that is on its way by then is the last. */
async function readInTime(client: PbxClient, deadlineMs: number): Promise<NumbersByEmail> {
  const late = Promise.withResolvers<never>();
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort();
    late.reject(new CallSummaryError('pbx_timeout', {}));
  }, deadlineMs);
  try {
    return await Promise.race([readDirectory(client, ending.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Yeastar: extension/list. An address may belong to an extension that we were not shown; then it would look like one
 * person's when it is shared. So a list that is not whole is no list, and neither is one that changes while it is read.
 */
async function readDirectory(client: PbxClient, ending: AbortSignal): Promise<NumbersByEmail> {
  const numbers = new Map<string, Set<string>>();
  let announced: number | undefined;
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    ending.throwIfAborted();
    const { data, total_number: total } = await client.get(listPage(page));
    announced ??= total;
    const rows = data ?? [];
    for (const row of rows) addRow(numbers, row);
    seen += rows.length;
    if (total === undefined || total !== announced) throw incomplete('total_number');
    if (seen >= total) return numbers;
    if (rows.length === 0) throw incomplete('data');
  }
  throw incomplete('too many extensions');
}

function addRow(numbers: Map<string, Set<string>>, row: unknown): void {
  const address = comparableEmail(rowEmailSchema.parse(row));
  if (address === null) return;
  const known = numbers.get(address) ?? new Set();
  // An extension whose number cannot be read bears the address all the same: then it is nobody's alone.
  numbers.set(address, known.add(rowNumberSchema.parse(row) || `unreadable ${known.size}`));
}

const listPage = (page: number) => ({
  path: '/openapi/v1.0/extension/list' as const,
  query: { page: `${page}`, page_size: `${pageSize}`, sort_by: 'id', order_by: 'asc' },
  schema: extensionPageSchema,
});

const incomplete = (fault: string) => new CallSummaryError('pbx_unexpected', { fault });
