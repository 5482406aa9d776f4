import { type CallSummaryError, type ErrorCode, type ErrorDetails, isCallSummaryError } from '../errors.ts';
import { escapeMrkdwn, paragraph, smallPrint } from './kit.ts';
import type { Message } from './message.ts';
import type { Sentences } from './refusal-words.ts';
import { sentences } from './sentences.ts';
import { waysToAskMessage } from './usage.ts';

const ourFault: Sentences = {
  happened: 'Something went wrong on our side.',
  next: 'Try again. If it happens again, tell the person who looks after callsummary.',
};

/** Whatever was thrown, as what the person reads. `reference` is the id that also stands in the log. */
export function problemMessage(thrown: unknown, reference: string): Message {
  const words = isCallSummaryError(thrown) ? sentencesFor(thrown) : ourFault;
  if (isCallSummaryError(thrown, 'usage')) return waysToAskMessage(words.happened);
  const said = `${words.happened}\n${words.next}`;
  const small = words.needsNoReference === true ? [] : [`Reference ${reference}`];
  return { text: escapeMrkdwn([said, ...small].join('\n')), blocks: [paragraph(said), ...small.map(smallPrint)] };
}

const sentencesFor = <Code extends ErrorCode>({ code, details }: CallSummaryError<Code>): Sentences => {
  const write: (details: ErrorDetails[Code]) => Sentences = sentences[code];
  return write(details);
};
