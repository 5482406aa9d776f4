import type { Access } from '../access/access.ts';
import type { RuleFor } from '../access/listing.ts';
import type { Reader } from '../access/people-directory.ts';
import { createFairUse, type FairUse, type TakeShareOfAll } from '../fair-use.ts';
import { type CallListsOptions, createCallLists } from './call-lists.ts';
import { chooseCalls } from './choice.ts';
import type { CallWish, ListObstacle, OfferToReader } from './offer.ts';
import { withinPatience } from './patience.ts';
import { readableCallsOf } from './readable-call.ts';

/**
 * Calls to choose from, for people who know no leg id by heart: those with a summary that a reader may read and wishes for.
 * The phone system is asked for no one who is refused. Answers within two and a half seconds whatever the phone system and
 * the chat do; what took longer is there for the next question. All throw what deciding throws, such as `not_allowed`.
 */
export interface RecentCalls {
  /** For what a person asked for or opened. Recorded, and counted like a question for a summary. */
  offered(reader: Reader, wish: CallWish): Promise<OfferToReader>;
  /** For each letter of a search in what is offered. Decided anew, not recorded; a person has two a second. */
  suggested(reader: Reader, wish: CallWish): Promise<OfferToReader>;
}

/** What recent calls are made of. */
export interface RecentCallsOptions extends CallListsOptions {
  readonly access: Pick<Access, 'assertMayList' | 'listRights'>;
  readonly fairUse: FairUse;
  /** The reader's zone by its IANA name. */
  readonly timeZoneOf: (reader: Reader) => Promise<string | null>;
}

// Slack waits three seconds for the options of a menu (docs.slack.dev: interactivity/handling-user-interaction).
const patienceMs = 2_500;
const zonePatienceMs = 2_000;
const typingShares = { personPerMinute: 120, personPerDay: Infinity, everybodyPerMinute: Infinity, personAtOnce: 20 };

export function createRecentCalls(options: RecentCallsOptions): RecentCalls {
  const { access, fairUse, timeZoneOf, clock, wallClock } = options;
  const lists = createCallLists(options);
  const typing = createFairUse(typingShares, clock);
  const offer = async (reader: Reader, wish: CallWish, rights: Promise<RuleFor>, takeShareOfAll: TakeShareOfAll) => {
    const zone = withinPatience(timeZoneOf(reader), zonePatienceMs, null).catch(() => null);
    const ruleFor = await rights;
    takeShareOfAll();
    const { state, list } = await lists.listWith(wish.near);
    if (list === null) return nothing(state);
    const timeZone = await zone;
    const choice = chooseCalls(await readableCallsOf(list, ruleFor), wish, { now: wallClock(), timeZone });
    return { ...choice, state, isCut: list.isCut, window: list.window, timeZone };
  };
  const inTime = (answer: Promise<OfferToReader>) => withinPatience(answer, patienceMs, nothing('still_fetching'));
  return {
    offered: (reader, wish) =>
      fairUse.admit(reader.id, (takeShareOfAll) =>
        inTime(offer(reader, wish, access.assertMayList(reader, extensionOf(wish)), takeShareOfAll)),
      ),
    suggested: (reader, wish) =>
      typing.admit(reader.id, () =>
        inTime(offer(reader, wish, access.listRights(reader, extensionOf(wish)), () => {})),
      ),
  };
}

const extensionOf = ({ extensionNumber }: CallWish) => (extensionNumber === 'mine' ? null : extensionNumber);

const nothing = (state: ListObstacle): OfferToReader => ({
  calls: [],
  more: 0,
  state,
  isCut: false,
  window: null,
  timeZone: null,
});
