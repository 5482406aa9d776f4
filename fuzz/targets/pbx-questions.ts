import { findLegIds, parseExtensionNumber } from '../../src/services/call-reference/ids.ts';
import { machineClock } from '../../src/services/clock.ts';
import type { RecordedCalls } from '../../src/services/phone-system.ts';
import { downloadPathOf } from '../../src/services/yeastar/call-records/download-path.ts';
import { findCalls } from '../../src/services/yeastar/call-records/find-calls.ts';
import type { PbxClient } from '../../src/services/yeastar/client.ts';
import { ErrcodeAnswer } from '../../src/services/yeastar/errcodes.ts';
import { createExtensionDirectory } from '../../src/services/yeastar/extension-directory.ts';
import { createExtensionEmails } from '../../src/services/yeastar/extension-emails.ts';
import { createPbxClockReader, type PbxClock } from '../../src/services/yeastar/pbx-clock.ts';
import { callFileSchema, envelopeSchema, parseAnswer, tokenSchema } from '../../src/services/yeastar/schema.ts';
import { searchSummary } from '../../src/services/yeastar/summaries.ts';

const [cdrId] = findLegIds('20260513223234-3EE9E');
const number = parseExtensionNumber('3202');
if (cdrId === undefined || number === null) throw new Error('the documented call has ids');
const pbx = new URL('https://pbx.example:8088');
const window = { from: new Date(0), until: new Date(Date.UTC(2030, 0)) };

/** What the app asks a PBX, each by what it makes of the answer. */
const asking = {
  token: async (client: PbxClient) =>
    await client.get({ path: '/openapi/v1.0/get_token', query: {}, schema: tokenSchema }),
  extension: (client: PbxClient) => createExtensionDirectory(client, machineClock).find(number),
  emails: (client: PbxClient) =>
    createExtensionEmails(client, machineClock).numbersWith('leo.ball@helpdesk.example', 'now'),
  summary: (client: PbxClient) => searchSummary(client, cdrId, { id: 60, number }),
  clock: async (client: PbxClient) => {
    const clock = await createPbxClockReader(client, machineClock)();
    return clock.read(clock.write(window.until));
  },
  file: async (client: PbxClient) =>
    downloadPathOf(await client.get({ path: '/openapi/v2.0/cdr/aidownload', query: {}, schema: callFileSchema }), pbx),
} satisfies Record<string, (client: PbxClient) => Promise<unknown>>;

export type Question = keyof typeof asking;
export const questions = Object.keys(asking) as Question[];
export const isQuestion = (name: string): name is Question => Object.hasOwn(asking, name);

/** Gives the answer to a question, every page of it the same; how many pages were read is counted. */
export function answering(json: string) {
  const answer: unknown = JSON.parse(json);
  let pages = 0;
  const client = clientOf(() => {
    pages += 1;
    return answer;
  });
  return { ask: (question: Question): Promise<unknown> => asking[question](client), pages: () => pages };
}

/** The calls in a file that arrives in chunks of these sizes, over and over. */
export const callsIn = (json: string, sizes: readonly number[]): Promise<RecordedCalls> =>
  findCalls({ ...clientOf(() => named), read: (_path, take) => take(inChunks(json, sizes)) }, pbx, plainClock, window);

const named = { errcode: 0, download_resource_url: '/api/download/calls.json' };

const clientOf = (answer: () => unknown): PbxClient => ({
  async get(question) {
    const given = answer();
    const { errcode } = parseAnswer(envelopeSchema, given);
    if (errcode !== 0) throw new ErrcodeAnswer(errcode);
    return parseAnswer(question.schema, given);
  },
  read: () => Promise.reject(new Error('no file was asked for')),
  load: () => ({ inFlight: 0, waiting: 0 }),
  close: async () => {},
});

const plainClock: PbxClock = {
  write: (moment) => moment.toISOString(),
  read: (text) => (Number.isNaN(Date.parse(text)) ? null : new Date(text)),
};

async function* inChunks(json: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(json);
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const size = Math.max(sizes[turn % sizes.length] ?? 1, 1);
    yield bytes.subarray(start, start + size);
    start += size;
  }
}
