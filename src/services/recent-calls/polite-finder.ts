import { isCallSummaryError } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { PhoneSystem } from '../phone-system.ts';
import type { FindCalls } from './call-list.ts';

const rememberedMs = 10 * 60_000;

/** Whether a phone system said that it gives no list of calls. */
export const isNotOffered = (thrown: unknown): boolean => isCallSummaryError(thrown, 'pbx_not_set_up');

/** Finds calls; for ten minutes it repeats no question of a kind that was refused. `onFailure` hears of each failure once. */
export function createPoliteFinder(
  phoneSystem: Pick<PhoneSystem, 'findCalls'>,
  clock: Clock,
  onFailure: (thrown: unknown) => void,
): FindCalls {
  let refusal: { readonly thrown: unknown; readonly since: number } | null = null;
  return async (window) => {
    if (refusal !== null && clock.elapsedMs() - refusal.since < rememberedMs) throw refusal.thrown;
    try {
      return await phoneSystem.findCalls(window);
    } catch (thrown) {
      if (isNotOffered(thrown)) refusal = { thrown, since: clock.elapsedMs() };
      onFailure(thrown);
      throw thrown;
    }
  };
}
