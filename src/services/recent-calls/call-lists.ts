import type { Clock } from '../clock.ts';
import type { PhoneSystem } from '../phone-system.ts';
import { createListFetcher } from './call-list.ts';
import { createKeptList, type KeptList, type ListAnswer } from './kept-list.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPoliteFinder } from './polite-finder.ts';
import { isBeforeRecent, planAround, recentPlan, type WindowPlan } from './windows.ts';

/** The lists of calls that people choose from, whoever they are. The phone system makes one list at a time. */
export interface CallLists {
  /** The list that holds a moment, or the recent calls. Never rejects, and may take as long as the phone system. */
  listWith(near: Date | null): Promise<ListAnswer>;
}

/** What the lists are made of. `onFailure` hears why a list could not be had, for the log. */
export interface CallListsOptions {
  readonly phoneSystem: Pick<PhoneSystem, 'findCalls'>;
  readonly clock: Clock;
  readonly wallClock: () => Date;
  readonly onFailure: (thrown: unknown) => void;
}

const mostKept = 6;

export function createCallLists({ phoneSystem, clock, wallClock, onFailure }: CallListsOptions): CallLists {
  const findCalls = oneAtATime(createPoliteFinder(phoneSystem, clock, onFailure));
  const keptLists = new Map<string, KeptList>();
  const keep = (plan: WindowPlan) => {
    if (!makeRoom(keptLists)) return null;
    const kept = createKeptList(createListFetcher(findCalls, plan, wallClock), clock);
    keptLists.set(plan.key, kept);
    return kept;
  };
  const ask = async (plan: WindowPlan): Promise<ListAnswer> => {
    const kept = keptLists.get(plan.key) ?? keep(plan);
    return (await kept?.ask()) ?? { state: 'still_fetching', list: null };
  };
  return {
    async listWith(near) {
      if (near === null || Number.isNaN(near.getTime())) return await ask(recentPlan);
      if (isBeforeRecent(near, wallClock())) return await ask(planAround(near));
      const recent = await ask(recentPlan);
      const isHeld = recent.list === null || recent.list.window.from <= near;
      return isHeld ? recent : await ask(planAround(near));
    },
  };
}

/** Forgets the list kept longest, but neither the recent calls nor one on its way; false where that leaves no room. */
function makeRoom(keptLists: Map<string, KeptList>): boolean {
  if (keptLists.size < mostKept) return true;
  for (const [key, kept] of keptLists)
    if (key !== recentPlan.key && !kept.isBeingFetched()) return keptLists.delete(key);
  return false;
}
