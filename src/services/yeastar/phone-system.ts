import type { YeastarConfig } from '../../config/config.ts';
import { CallSummaryError } from '../../errors.ts';
import type { CdrId } from '../call-summary.ts';
import { machineClock } from '../clock.ts';
import type { Extension, PhoneSystem, RecordedCalls, RecordedSummary } from '../phone-system.ts';
import { findCalls } from './call-records/find-calls.ts';
import { createPbxClient, type PbxClient, type PbxClientOptions, type PbxLoad } from './client.ts';
import { ErrcodeAnswer, errcodes, isErrcode, refusalOf } from './errcodes.ts';
import { createExtensionDirectory, type ExtensionDirectory } from './extension-directory.ts';
import { createExtensionEmails } from './extension-emails.ts';
import { createPbxClockReader } from './pbx-clock.ts';
import type { PartySummary } from './schema.ts';
import { createSingleFlight } from './single-flight.ts';
import { type SummarySearch, searchSummary } from './summaries.ts';

/** A Yeastar P-Series PBX as the phone system of the use cases. `close` gives the access token back. */
export interface YeastarPhoneSystem extends PhoneSystem {
  load(): PbxLoad;
  close(): Promise<void>;
}

export function createYeastarPhoneSystem(config: YeastarConfig, options: PbxClientOptions): YeastarPhoneSystem {
  const client = createPbxClient(config, options);
  const clock = options.clock ?? machineClock;
  const directory = createExtensionDirectory(client, clock);
  const emails = createExtensionEmails(client, clock);
  const pbxClock = createPbxClockReader(client, clock);
  const singleFlight = createSingleFlight<RecordedSummary>();
  const singleFind = createSingleFlight<RecordedCalls>();
  return {
    findExtension: (number) => inOurWords(directory.find(number)),
    findSummary: (cdrId, extension) =>
      singleFlight(`${cdrId} ${extension.id} ${extension.number}`, () =>
        inOurWords(findSummary(client, directory, cdrId, extension)),
      ),
    findCalls: (window) =>
      singleFind(`${window.from.getTime()} ${window.until.getTime()}`, () =>
        inOurWords(pbxClock().then((read) => findCalls(client, config.baseUrl, read, window))),
      ),
    numbersWithEmail: (email, freshness) => inOurWords(emails.numbersWith(email, freshness)),
    load: client.load,
    close: () => client.close(),
  };
}

async function findSummary(client: PbxClient, directory: ExtensionDirectory, cdrId: CdrId, extension: Extension) {
  const search = await searchWithCurrentId(client, directory, cdrId, extension);
  if (search.found !== null) return recordedSummaryOf(search.found);
  const { sawOtherParty } = search;
  throw new CallSummaryError('summary_not_found', { cdrId, extensionNumber: extension.number, sawOtherParty });
}

/** Nothing found, or the id refused, may mean that the number has another id by now; then that one is asked as well. */
async function searchWithCurrentId(
  client: PbxClient,
  directory: ExtensionDirectory,
  cdrId: CdrId,
  extension: Extension,
): Promise<SummarySearch> {
  const first = await searchUnlessRefused(client, cdrId, extension);
  if (!(first instanceof ErrcodeAnswer) && first.found !== null) return first;
  const replacement = await directory.replacementOf(extension);
  if (replacement !== null) return await searchSummary(client, cdrId, replacement);
  if (first instanceof ErrcodeAnswer) throw first;
  return first;
}

async function searchUnlessRefused(client: PbxClient, cdrId: CdrId, extension: Extension) {
  try {
    return await searchSummary(client, cdrId, extension);
  } catch (thrown) {
    if (isErrcode(thrown, errcodes.parameterError, errcodes.parameterSyntaxError)) return thrown;
    throw thrown;
  }
}

const recordedSummaryOf = ({ ext_num, name, summary, created_at, updated_at }: PartySummary): RecordedSummary => ({
  extensionNumber: ext_num,
  name,
  html: summary,
  summarisedAt: created_at ?? updated_at,
});

async function inOurWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    throw thrown instanceof ErrcodeAnswer ? refusalOf(thrown) : thrown;
  }
}
