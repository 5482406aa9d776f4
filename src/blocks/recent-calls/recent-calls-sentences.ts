import type { ExtensionNumber } from '../../services/call-summary.ts';
import type { ListObstacle, OfferedCalls } from '../../services/recent-calls/offer.ts';

/** Whose calls a person asked for: one extension's, their own, or all that they may read. */
export type AskedCalls = ExtensionNumber | 'mine' | null;

/** What stands above a list. */
export function whoseCalls(asked: AskedCalls): string {
  if (asked === null) return 'Recent calls with a summary that you can read';
  return asked === 'mine' ? 'Your recent calls with a summary' : `Recent calls of extension ${asked} with a summary`;
}

/** That there are none, in words that are the same whether the extension exists or not. */
export function nothingFound({ window }: Pick<OfferedCalls, 'window'>, asked: AskedCalls): string {
  const when = window === null ? '' : ` in ${windowWords(window.until.getTime() - window.from.getTime())}`;
  if (asked === 'mine') return `No calls of your own with a summary${when}.`;
  return `No calls${asked === null ? '' : ` of extension ${asked}`} with a summary${when} that you can read.`;
}

/** What a list leaves out, counted, and the way to it. */
export function restSentences({ more, isCut }: Pick<OfferedCalls, 'more' | 'isCut'>, notShown: number): string[] {
  const left = more + notShown;
  return [
    left === 0 ? [] : `${left} more: search for them in the menu.`,
    isCut ? 'The phone system has more calls than it lists: type the call leg id of one that is missing.' : [],
  ].flat();
}

/** Why there is no list. */
export const obstacleSentences: Readonly<Record<ListObstacle, string>> = {
  still_fetching: 'Still fetching the recent calls from the phone system. In a moment you can pick one here:',
  not_offered: 'The phone system does not give me a list of recent calls, so I need to know which one.',
  failed: 'The phone system did not give me its recent calls. Try again in a moment, or tell me which call.',
};

const hourMs = 60 * 60_000;

function windowWords(lengthMs: number): string {
  const hours = Math.floor(lengthMs / hourMs);
  if (hours < 24) return `the last ${hours} hours`;
  return hours < 48 ? 'the last 24 hours' : `the last ${Math.floor(hours / 24)} days`;
}
