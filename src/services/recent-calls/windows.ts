import type { CallWindow } from '../phone-system.ts';

/** Where to look for calls: the widest window first, then narrower ones for a phone system that has too many calls. */
export interface WindowPlan {
  /** Equal for plans that may share an answer. */
  readonly key: string;
  windowsAt(now: Date): readonly [CallWindow, ...CallWindow[]];
}

const hourMs = 60 * 60_000;
const recentMs = [7 * 24 * hourMs, 24 * hourMs, 6 * hourMs] as const;
const besideMs = [12 * hourMs, 3 * hourMs] as const;

// The phone system's clock may be a little ahead of ours, and the newest call is the likeliest one.
const clockSkewMs = 15 * 60_000;

/** The last seven days, and less where that is too much. */
export const recentPlan: WindowPlan = {
  key: 'recent',
  windowsAt: (now) => {
    const until = new Date(now.getTime() + clockSkewMs);
    const [widest, ...narrower] = recentMs;
    const back = (ms: number) => ({ from: new Date(now.getTime() - ms), until });
    return [back(widest), ...narrower.map(back)];
  },
};

/** The day around a moment; moments of the same hour share it. */
export function planAround(moment: Date): WindowPlan {
  const middle = Math.floor(moment.getTime() / hourMs) * hourMs + hourMs / 2;
  const [widest, ...narrower] = besideMs;
  const around = (ms: number) => ({ from: new Date(middle - ms), until: new Date(middle + ms) });
  return { key: `around ${middle}`, windowsAt: () => [around(widest), ...narrower.map(around)] };
}

/** Whether a moment is older than anything the recent calls can hold. */
export const isBeforeRecent = (moment: Date, now: Date): boolean => moment < recentPlan.windowsAt(now)[0].from;
