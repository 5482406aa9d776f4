import { hash } from 'node:crypto';
import { CallSummaryError } from '../errors.ts';
import type { Access } from './access/access.ts';
import type { Reader } from './access/people-directory.ts';
import type { CallReference, CallSummary } from './call-summary.ts';
import type { FairUse, TakeShareOfAll } from './fair-use.ts';
import { waitingForPbx } from './pbx-stopwatch.ts';
import type { PhoneSystem, RecordedSummary } from './phone-system.ts';
import { cleanLine } from './summary-html/clean-text.ts';
import { defang } from './summary-html/defang.ts';
import { parseSummaryHtml } from './summary-html/parse.ts';

/** Finding call summaries for people. */
export interface CallSummaries {
  /**
   * The summary of one call leg as one extension's party had it, for a reader who may see it.
   * The same summary asked for again within two minutes, as sharing does, uses up nobody's share.
   * @throws {CallSummaryError} `too_many_requests` or `not_allowed` before anything is asked about the call; else what the
   * phone system throws
   */
  find(reference: CallReference, reader: Reader): Promise<CallSummary>;
}

/** What finding is made of. */
export interface CallSummariesOptions {
  readonly access: Pick<Access, 'assertMayLookUp' | 'assertMayRead'>;
  readonly phoneSystem: Pick<PhoneSystem, 'findExtension' | 'findSummary'>;
  readonly fairUse: FairUse;
}

export function createCallSummaries({ access, phoneSystem, fairUse }: CallSummariesOptions): CallSummaries {
  const find = async (reference: CallReference, reader: Reader, takeShareOfAll: TakeShareOfAll) => {
    await access.assertMayLookUp(reader, reference);
    takeShareOfAll();
    const recorded = await waitingForPbx(() => fetchRecorded(phoneSystem, reference));
    assertSameExtension(recorded, reference);
    const { extensionNumber } = recorded;
    await access.assertMayRead(reader, { extensionNumber, cdrId: reference.cdrId });
    return callSummaryOf(reference, recorded);
  };
  return {
    async find(reference, reader) {
      const question = `${reference.cdrId} ${reference.extensionNumber}`;
      return await fairUse.admit(reader.id, (takeShareOfAll) => find(reference, reader, takeShareOfAll), question);
    },
  };
}

async function fetchRecorded(
  phoneSystem: CallSummariesOptions['phoneSystem'],
  { cdrId, extensionNumber }: CallReference,
) {
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

const fingerprintOf = (parts: readonly string[]) => hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
