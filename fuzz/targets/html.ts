import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { callSummaryMessage } from '../../src/blocks/call-summary.ts';
import type { Message } from '../../src/blocks/message.ts';
import { summaryModal } from '../../src/blocks/modals/summary-modal.ts';
import type { CallSummary } from '../../src/services/call-summary.ts';
import { redact } from '../../src/services/redaction/redact.ts';
import { cleanLine } from '../../src/services/summary-html/clean-text.ts';
import { defang } from '../../src/services/summary-html/defang.ts';
import { parseSummaryHtml } from '../../src/services/summary-html/parse.ts';
import { slowHtml } from '../../test/services/summary-html/slow-html.ts';
import { wildHtml } from '../../test/services/summary-html/wild-html.ts';
import { summaryOf } from '../../test/support/sample-summary.ts';
import { addressesIn, wordsIn } from '../judges/mentions.ts';
import { judgeMessage, judgeView } from '../judges/rendered.ts';
import { readingOf } from '../judges/thrown.ts';
import { timed } from '../judges/time.ts';
import { mutatedHtml } from '../mutate/html.ts';
import { Found, type OpenTarget, type Target } from '../target.ts';

const sharer = 'U0AGENT3202';
const documented = summaryOf('');
const family = fc.constantFrom(...Object.values(slowHtml));
const large = fc.tuple(family, fc.integer({ min: 1_000, max: 80_000 })).map(([make, length]) => make(length));

/** The HTML of a summary, as an AI wrote it from what callers said: read, drawn as message and window, with and without masks. */
export const html: Target = {
  name: 'html',
  weight: 20,
  runsAtOnce: 2_000,
  inputs: fc.oneof(
    { weight: 120, arbitrary: mutatedHtml },
    { weight: 30, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 8, arbitrary: wildHtml },
    { weight: 1, arbitrary: large },
  ),
  open: async (): Promise<OpenTarget> => ({ try: tryHtml, [Symbol.asyncDispose]: async () => {} }),
};

async function tryHtml(input: string): Promise<number> {
  const bytes = Buffer.byteLength(input);
  const step = async <T>(work: () => T): Promise<T> => {
    const { result, msPer64kB } = await timed(bytes, () => readingOf(work));
    slowest = Math.max(slowest, msPer64kB);
    if ('error' in result) throw new Found(`failed: ${result.error.message}`);
    return result.result;
  };
  let slowest = 0;
  const document = await step(() => parseSummaryHtml(input));
  const summary: CallSummary = { ...documented, name: defang(cleanLine(input.slice(0, 100))), document };
  judgeShared(await step(() => callSummaryMessage(summary, { sharedBy: sharer })));
  judgeShared(callSummaryMessage((await step(() => redact(summary))).summary, { sharedBy: sharer }));
  judgeWindow(await step(() => summaryModal(summary, 1, null)));
  judgeWindow(summaryModal(summary, Number.MAX_SAFE_INTEGER, null));
  return slowest;
}

function judgeShared(message: Message): void {
  judgeMessage(message, { isMeant: (alive) => alive === `user:${sharer}` });
  judgeAddresses(`${message.text}\n${wordsIn(message.blocks)}`);
}

function judgeWindow(view: ModalView): void {
  judgeView(view);
  judgeAddresses(wordsIn(view));
}

function judgeAddresses(words: string): void {
  const [address] = addressesIn(words);
  if (address !== undefined) throw new Found(`alive: ${address}`);
}
