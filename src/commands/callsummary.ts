import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { callSummaryMessage } from '../blocks/call-summary.ts';
import { helpMessage } from '../blocks/usage.ts';
import { parseCallReference } from '../services/call-reference/parse.ts';
import type { CallSummaries } from '../services/call-summaries.ts';
import { currentRequest } from '../slack/request.ts';

/** `/callsummary <cdr_id> <extension number>`: shows the summary to the person who asked, and to nobody else. */
export const callsummary =
  (summaries: CallSummaries) =>
  async ({ command }: SlackCommandMiddlewareArgs): Promise<void> => {
    const { privately, reader } = currentRequest();
    if (isHelp(command.text)) return await privately.send(helpMessage());
    const reference = parseCallReference(command.text ?? '');
    const summary = await privately.whileWaiting(() => summaries.find(reference, reader));
    await privately.send(callSummaryMessage(summary));
  };

const isHelp = (text: string | undefined) => /^\s*(help|hilfe|aide|ayuda|\?)?\s*$/i.test(text ?? '');
