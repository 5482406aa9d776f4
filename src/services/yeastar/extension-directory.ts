import { CallSummaryError } from '../../errors.ts';
import type { ExtensionNumber } from '../call-summary.ts';
import type { Clock } from '../clock.ts';
import type { Extension } from '../phone-system.ts';
import type { PbxClient } from './client.ts';
import { extensionPageSchema, parseAnswer, rowIdSchema, rowNumberSchema } from './schema.ts';
import { createSingleFlight } from './single-flight.ts';

/** Finds extensions by the number people dial, and remembers them for an hour. */
export interface ExtensionDirectory {
  /** @throws {CallSummaryError} `extension_not_found` */
  find(number: ExtensionNumber): Promise<Extension>;
  /** The extension that has this number by now, if what we remembered is out of date; null if it is not. */
  replacementOf(extension: Extension): Promise<Extension | null>;
}

interface Remembered {
  readonly extension: Extension;
  readonly since: number;
}

const rememberedForMs = 60 * 60_000;
const justLearntMs = 10_000;
const mostRemembered = 5_000;
const pageSize = 100;
const mostPages = 50;

export function createExtensionDirectory(client: PbxClient, clock: Clock): ExtensionDirectory {
  const memory = new Map<ExtensionNumber, Remembered>();
  const singleFlight = createSingleFlight<Extension>();

  const ageOf = (number: ExtensionNumber) =>
    clock.elapsedMs() - (memory.get(number)?.since ?? Number.NEGATIVE_INFINITY);
  const learn = (number: ExtensionNumber) =>
    singleFlight(number, async () => {
      memory.delete(number);
      const extension = await search(client, number);
      if (memory.size >= mostRemembered) memory.clear();
      memory.set(number, { extension, since: clock.elapsedMs() });
      return extension;
    });
  return {
    async find(number) {
      const remembered = ageOf(number) < rememberedForMs ? memory.get(number) : undefined;
      return remembered?.extension ?? (await learn(number));
    },
    async replacementOf({ id, number }) {
      if (ageOf(number) < justLearntMs) return null;
      const current = await learn(number);
      return current.id === id ? null : current;
    },
  };
}

/**
 * Yeastar: extension/search looks for a keyword in several columns, so that 100 also finds 1000 and somebody's mobile
 * number. Only the very number counts, on whichever page it stands.
 */
async function search(client: PbxClient, number: ExtensionNumber): Promise<Extension> {
  let seen = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, total_number: total = Number.POSITIVE_INFINITY } = await client.get(searchFor(number, page));
    const rows = data ?? [];
    const index = rows.findIndex((row) => rowNumberSchema.parse(row) === number);
    if (index !== -1) return { id: parseAnswer(rowIdSchema, rows[index], ['data', `${index}`]), number };
    seen += rows.length; // counted, because a PBX may put fewer rows on a page than we asked for
    if (rows.length === 0 || seen >= total) break;
  }
  throw new CallSummaryError('extension_not_found', { extensionNumber: number });
}

const searchFor = (number: ExtensionNumber, page: number) => ({
  path: '/openapi/v1.0/extension/search' as const,
  query: { page: `${page}`, page_size: `${pageSize}`, sort_by: 'number', order_by: 'asc', search_value: number },
  schema: extensionPageSchema,
});
