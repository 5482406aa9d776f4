import type { CallWindow, PhoneSystem } from '../phone-system.ts';
import { type ListedCall, listCalls } from './listed-call.ts';
import type { WindowPlan } from './windows.ts';

/** The calls of one window, the newest first, those of unknown time last. */
export interface CallList {
  readonly calls: readonly ListedCall[];
  readonly isCut: boolean;
  readonly window: CallWindow;
}

export type FindCalls = PhoneSystem['findCalls'];

const wideAgainMs = 60 * 60_000;

/**
 * Asks for a plan's calls; where there are too many, for those of a narrower window. Which window was right is
 * remembered for an hour, since a busy phone system mostly stays one.
 * @throws what `findCalls` throws
 */
export function createListFetcher(findCalls: FindCalls, plan: WindowPlan, wallClock: () => Date) {
  let narrowed = { steps: 0, at: 0 };
  return async (): Promise<CallList> => {
    const now = wallClock();
    const [widest, ...narrower] = plan.windowsAt(now);
    const isRecent = Math.abs(now.getTime() - narrowed.at) < wideAgainMs;
    let steps = isRecent ? narrowed.steps : 0;
    for (;;) {
      const window = [widest, ...narrower][steps] ?? widest;
      const { calls, isCut } = await findCalls(window);
      if (!isCut || steps >= narrower.length) return { calls: await listCalls(calls), isCut, window };
      steps += 1;
      narrowed = { steps, at: now.getTime() };
    }
  };
}
