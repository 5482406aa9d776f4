import { createHash } from 'node:crypto';
import { CallSummaryError } from '../errors.ts';
import type { Access, Reader } from './access.ts';
import type { CallReference, CallSummary } from './call-summary.ts';
import { waitingForPbx } from './pbx-stopwatch.ts';
import type { PhoneSystem, RecordedSummary } from './phone-system.ts';
import { cleanLine } from './summary-html/clean-text.ts';
import { defang } from './summary-html/defang.ts';
import { parseSummaryHtml } from './summary-html/parse.ts';

/** Finding call summaries for people. */
export interface CallSummaries {
  /**
   * The summary of one call leg as one extension's party had it, for a reader who may see it.
   * @throws {CallSummaryError} `not_allowed` before anything is asked; else what the phone system throws
   */
  find(reference: CallReference, reader: Reader): Promise<CallSummary>;
}

export function createCallSummaries(access: Access, phoneSystem: PhoneSystem): CallSummaries {
  return {
    async find(reference, reader) {
      await access.assertMayRead(reader, reference.extensionNumber);
      const recorded = await waitingForPbx(() => fetchRecorded(phoneSystem, reference));
      assertSameExtension(recorded, reference);
      await access.assertMayRead(reader, reference.extensionNumber);
      return callSummaryOf(reference, recorded);
    },
  };
}

async function fetchRecorded(phoneSystem: PhoneSystem, { cdrId, extensionNumber }: CallReference) {
  const extension = await phoneSystem.findExtension(extensionNumber);
  return await phoneSystem.findSummary(cdrId, extension);
}

/** What came back decides, not what was asked for: a summary of somebody else is no summary. */
function assertSameExtension({ extensionNumber }: RecordedSummary, reference: CallReference): void {
  if (extensionNumber === reference.extensionNumber) return;
  throw new CallSummaryError('summary_not_found', { ...reference, sawOtherParty: true });
}

function callSummaryOf(reference: CallReference, { name, html, summarisedAt }: RecordedSummary): CallSummary {
  const fingerprint = fingerprintOf([name, html, String(summarisedAt?.getTime())]);
  return { reference, name: defang(cleanLine(name)), summarisedAt, document: parseSummaryHtml(html), fingerprint };
}

const fingerprintOf = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
