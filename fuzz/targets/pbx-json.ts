import fc from 'fast-check';
import { callOptions } from '../../src/blocks/recent-calls/call-option.ts';
import { recentCallsMessage } from '../../src/blocks/recent-calls/recent-calls-message.ts';
import type { RecordedCalls } from '../../src/services/phone-system.ts';
import { listCalls } from '../../src/services/recent-calls/listed-call.ts';
import { addressesIn, wordsIn } from '../judges/mentions.ts';
import { judgeMessage, judgeSuggestions } from '../judges/rendered.ts';
import { laterReadingOf } from '../judges/thrown.ts';
import { timed } from '../judges/time.ts';
import { jsonTextOf, mutatedJson } from '../mutate/json.ts';
import { realAnswers } from '../mutate/pbx-answers.ts';
import { Found, type Target } from '../target.ts';
import { answering, callsIn, isQuestion, type Question, questions } from './pbx-questions.ts';

const anyJson = fc.jsonValue({ maxDepth: 6 }).map(jsonTextOf);
const inputFor = (question: Question) =>
  fc
    .oneof({ weight: 9, arbitrary: mutatedJson(realAnswers[question]) }, { weight: 1, arbitrary: anyJson })
    .map((json) => `${question}\n${json}`);
const chunkSizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 });
const rows = fc
  .tuple(
    chunkSizes,
    fc.oneof({ weight: 9, arbitrary: mutatedJson(realAnswers.rows) }, { weight: 1, arbitrary: anyJson }),
  )
  .map(([sizes, json]) => `rows ${sizes.join(' ')}\n${json}`);
const cut = fc
  .tuple(rows, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([text, part]) => text.slice(0, Math.max(text.indexOf('\n') + 1, Math.floor(text.length * part))));

/** What a PBX answers, by the question, and the file with the calls, in chunks of these sizes. */
export const pbxJson: Target = {
  name: 'pbx-json',
  weight: 22,
  runsAtOnce: 3_000,
  inputs: fc.oneof(
    ...questions.map((question) => ({ weight: 2, arbitrary: inputFor(question) })),
    { weight: 5, arbitrary: rows },
    { weight: 1, arbitrary: cut },
  ),
  open: async () => ({ try: tryAnswer, [Symbol.asyncDispose]: async () => {} }),
};

async function tryAnswer(input: string): Promise<number> {
  const end = input.indexOf('\n');
  const [name = '', ...sizes] = input.slice(0, end).split(' ');
  const json = input.slice(end + 1);
  if (name === 'rows') return await tryRows(json, sizes.map(Number));
  if (!isQuestion(name)) throw new Error(`nobody asks for ${name}`);
  const { ask, pages } = answering(json);
  const { msPer64kB } = await timed(
    () => Buffer.byteLength(json) * pages(),
    () => laterReadingOf(() => ask(name)),
  );
  return msPer64kB;
}

async function tryRows(json: string, sizes: readonly number[]): Promise<number> {
  const { result, msPer64kB } = await timed(Buffer.byteLength(json), () => laterReadingOf(() => callsIn(json, sizes)));
  if ('result' in result) await judgeCalls(result.result);
  return msPer64kB;
}

/** What a person would see of these calls. */
async function judgeCalls(found: RecordedCalls): Promise<void> {
  const offered = (await listCalls(found.calls)).flatMap((sides) => sides.map((side) => side.offered));
  const nothingElse = { state: 'complete', more: 0, isCut: found.isCut, window: null } as const;
  const message = recentCallsMessage({ calls: offered, ...nothingElse }, null, 'Europe/Lisbon');
  judgeMessage(message);
  judgeSuggestions({ options: callOptions(offered, null) });
  const [address] = addressesIn(wordsIn(message.blocks));
  if (address !== undefined) throw new Found(`alive: ${address}`);
}
