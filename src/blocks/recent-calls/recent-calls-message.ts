import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { OfferedCall, OfferedCalls } from '../../services/recent-calls/offer.ts';
import { encodeReference } from '../call-reference-value.ts';
import { escapeMrkdwn, paragraph, plain, shortened, smallPrint } from '../kit.ts';
import type { Message } from '../message.ts';
import { usageMessage } from '../usage.ts';
import { callDetails, createCallTitle } from './call-words.ts';
import { recentCallsSelect } from './recent-calls-select.ts';
import {
  type AskedCalls,
  nothingFound,
  obstacleSentences,
  restSentences,
  whoseCalls,
} from './recent-calls-sentences.ts';

/** The button beside each call; its value is what `encodeReference` gives. */
export const showCallSummaryActionId = 'show_call_summary';

/** The most calls a message shows. */
export const mostCallsShown = 5;

/**
 * Recent calls for whoever named none: each with a button, and a menu to search for others; where there are none, why,
 * and how to ask in another way. `timeZone` is the reader's, an IANA name; null gives times in UTC.
 */
export function recentCallsMessage(offered: OfferedCalls, asked: AskedCalls, timeZone: string | null): Message {
  if (offered.state === 'still_fetching') return searchMessage(obstacleSentences.still_fetching);
  if (offered.state !== 'complete') return usageMessage(obstacleSentences[offered.state]);
  if (offered.calls.length === 0 && asked === null) return usageMessage(nothingFound(offered, asked));
  if (offered.calls.length === 0) return searchMessage(nothingFound(offered, asked));
  return listMessage(offered, asked, createCallTitle(timeZone));
}

function listMessage(offered: OfferedCalls, asked: AskedCalls, title: (call: OfferedCall) => string): Message {
  const shown = offered.calls.slice(0, mostCallsShown);
  const heading = `${whoseCalls(asked)}:`;
  const lines = shown.map((call) => `${title(call)} (${callDetails(call)}): ${typedForm(call)}`);
  const rest = restSentences(offered, offered.calls.length - shown.length);
  return {
    text: escapeMrkdwn([heading, ...lines, ...rest, otherWays].join('\n')),
    blocks: [
      paragraph(heading),
      ...shown.map((call) => callRow(call, title(call))),
      ...rest.map(paragraph),
      searchRow,
      smallPrint(otherWays),
    ],
  };
}

/** A sentence, and the menu in which a search may find something all the same. */
const searchMessage = (sentence: string): Message => ({
  text: escapeMrkdwn(`${sentence}\n${otherWays}`),
  blocks: [paragraph(sentence), searchRow, smallPrint(otherWays)] satisfies KnownBlock[],
});

const otherWays = 'You can also type a call leg id and an extension number; /callsummary help shows how.';

const searchRow: ActionsBlock = { type: 'actions', elements: [recentCallsSelect()] };

const typedForm = ({ reference }: OfferedCall) => `/callsummary ${reference.cdrId} ${reference.extensionNumber}`;

const longestLabel = 75;

const callRow = (call: OfferedCall, title: string): SectionBlock => ({
  ...paragraph(`${title}\n${callDetails(call)}`),
  accessory: {
    type: 'button',
    action_id: showCallSummaryActionId,
    text: plain('Show'),
    value: encodeReference(call.reference),
    accessibility_label: shortened(`Show summary: ${title}`, longestLabel),
  },
});
