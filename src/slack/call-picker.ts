import type { PlainTextOption } from '@slack/types';
import type { Message } from '../blocks/message.ts';
import { callOptions, optionLimits } from '../blocks/recent-calls/call-option.ts';
import { mostCallsShown, recentCallsMessage } from '../blocks/recent-calls/recent-calls-message.ts';
import { stillFetchingOption } from '../blocks/recent-calls/recent-calls-select.ts';
import type { AskedCalls } from '../blocks/recent-calls/recent-calls-sentences.ts';
import type { CallWish } from '../services/recent-calls/offer.ts';
import type { RecentCalls } from '../services/recent-calls/recent-calls.ts';
import { currentRequest } from './request.ts';

/** Calls that the person of the request in hand may choose from, as they see them. All throw `not_allowed` for some. */
export interface CallPicker {
  /** The newest of them, for an answer in a conversation. Recorded, and counted like a question for a summary. */
  message(whose: AskedCalls): Promise<Message>;
  /** The entries of a menu, with every letter: what matches the search, the newest first, or those nearest to a moment. */
  options(search: string, near: Date | null): Promise<PlainTextOption[]>;
  /** Whether the phone system has such a list. Begins to fetch it, and waits for it a moment. Recorded and counted, too. */
  isOffered(near: Date | null): Promise<boolean>;
}

export function createCallPicker(recentCalls: RecentCalls): CallPicker {
  const reader = () => currentRequest().reader;
  return {
    async message(whose) {
      const offered = await recentCalls.offered(reader(), wishFor({ extensionNumber: whose, most: mostCallsShown }));
      return recentCallsMessage(offered, whose, offered.timeZone);
    },
    async options(search, near) {
      const { state, calls, timeZone } = await recentCalls.suggested(reader(), wishFor({ search, near }));
      return state === 'still_fetching' ? [stillFetchingOption] : callOptions(calls, timeZone);
    },
    async isOffered(near) {
      const { state } = await recentCalls.offered(reader(), wishFor({ near, most: 1 }));
      return state !== 'not_offered';
    },
  };
}

const wishFor = (wish: Partial<CallWish>): CallWish => ({
  extensionNumber: null,
  near: null,
  search: '',
  most: optionLimits.options,
  ...wish,
});
