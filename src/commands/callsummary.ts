import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { callSummaryMessage } from '../blocks/call-summary.ts';
import type { Message } from '../blocks/message.ts';
import { helpMessage } from '../blocks/usage.ts';
import { type CommandWish, parseCommandText } from '../services/call-reference/command-text.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import type { CallPicker } from '../slack/call-picker.ts';
import { currentRequest } from '../slack/request.ts';

/**
 * `/callsummary`: shows the summary of one call, or calls to choose from, to the person who asked, and to nobody else.
 */
export const callsummary =
  (summaries: CallSummaries, picker: CallPicker) =>
  async ({ command }: SlackCommandMiddlewareArgs): Promise<void> => {
    const { privately, reader } = currentRequest();
    const answerTo = async (wish: CommandWish): Promise<Message> => {
      switch (wish.kind) {
        case 'help':
          return helpMessage();
        case 'list':
          return await picker.message(wish.whose);
        case 'call':
          return callSummaryMessage(await summaries.find(wish.reference, reader));
      }
    };
    const wish = parseCommandText(command.text ?? '');
    await privately.send(await privately.whileWaiting(() => answerTo(wish)));
  };
