import type { UsageProblem } from '../errors.ts';
import { escapeMrkdwn, paragraph, quote, smallPrint } from './kit.ts';
import type { Message } from './message.ts';

/** The call of the vendor's own documentation; it is also the first one of the demo. */
const example = '/callsummary 20260513223234-3EE9E 3202';

const howTo = `Type the call leg id and the extension number:\n${example}`;
const waysToAsk = [
  'Type one of these:',
  '/callsummary – pick a recent call',
  '/callsummary me – the latest calls of your own',
  '/callsummary 3202 – the latest of an extension',
  `${example} – one call, by its leg id and the extension number`,
].join('\n');
const otherWays =
  'In a thread, use the message shortcut “Post call summary” or “View call summary”; slash commands do not work there. ' +
  'The leg id stands in the PBX’s AI transcription record of the call, as leg_id.';

/** What is wrong with a typed line, in one sentence. */
export function usageSentence(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'nothing_given':
      return 'Which call? I need a call leg id and an extension number.';
    case 'cdr_id_missing':
      return 'The call leg id is missing.';
    case 'extension_number_missing':
      return 'The extension number is missing.';
    case 'several_cdr_ids':
      return `I see more than one call leg id: ${listed(problem.given)}. Give me one.`;
    case 'several_extension_numbers':
      return `I see more than one extension number: ${listed(problem.given)}. Give me one.`;
    case 'whole_call_id':
      return `${quote(problem.given)} is the id of a whole call. A summary belongs to one leg of it, whose id has a dash.`;
    case 'not_understood':
      return `I did not understand ${quote(problem.given)}.`;
  }
}

const mostListed = 3;
const listed = (given: readonly string[]) =>
  given.slice(0, mostListed).map(quote).join(', ') + (given.length > mostListed ? ' and more' : '');

/** How to ask, for `help`. */
export const helpMessage = (): Message => waysToAskMessage('I show the AI summary of a call, to you alone.');

/** Every way to ask, after a sentence about what was asked for. */
export const waysToAskMessage = (sentence: string): Message => message(sentence, waysToAsk);

/** How to name a call, after a sentence that says why there is none to pick. */
export const usageMessage = (sentence: string): Message => message(sentence, howTo);

const message = (sentence: string, how: string): Message => ({
  text: escapeMrkdwn(`${sentence}\n${how}\n${otherWays}`),
  blocks: [paragraph(sentence), paragraph(how), smallPrint(otherWays)],
});
