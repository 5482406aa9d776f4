import type { CallWindow, RecordedCall, RecordedCalls } from '../../phone-system.ts';
import type { PbxClient } from '../client.ts';
import { errcodes, isErrcode } from '../errcodes.ts';
import type { PbxClock } from '../pbx-clock.ts';
import { callFileSchema } from '../schema.ts';
import { downloadPathOf } from './download-path.ts';
import { readRows } from './read-rows.ts';
import { recordedCallOf } from './recorded-call.ts';

/**
 * The calls of a window, from the file that the PBX makes of them (Yeastar: download AI call transcription data). Of the
 * transcripts and summaries in it nothing is kept.
 */
export async function findCalls(
  client: PbxClient,
  baseUrl: URL,
  clock: PbxClock,
  window: CallWindow,
): Promise<RecordedCalls> {
  try {
    const resource = await client.get(questionFor(window, clock));
    return await client.read(downloadPathOf(resource, baseUrl), (chunks) => readCalls(chunks, clock));
  } catch (thrown) {
    if (isErrcode(thrown, errcodes.dataNotFound)) return { calls: [], isCut: false };
    throw thrown;
  }
}

const questionFor = ({ from, until }: CallWindow, clock: PbxClock) => ({
  path: '/openapi/v2.0/cdr/aidownload' as const,
  query: { start_time: clock.write(from), end_time: clock.write(until) },
  schema: callFileSchema,
});

async function readCalls(chunks: AsyncIterable<Uint8Array>, clock: PbxClock): Promise<RecordedCalls> {
  const calls: RecordedCall[] = [];
  const { isCut } = await readRows(chunks, (row) => {
    const call = recordedCallOf(row, clock);
    if (call !== null) calls.push(call);
  });
  return { calls, isCut };
}
