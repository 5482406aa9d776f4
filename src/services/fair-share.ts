/**
 * A share of one while. It fills evenly, so that any stretch of time holds at most one full share and what flows in
 * meanwhile. `paidUntil` is when it will be full again, in the clock's milliseconds; full is what it begins as.
 */
export interface Share {
  readonly perPeriod: number;
  readonly periodMs: number;
  paidUntil: number;
}

export const fullShare = (perPeriod: number, periodMs: number): Share => ({
  perPeriod,
  periodMs,
  paidUntil: -Infinity,
});

/** Whole milliseconds until a share has one left. A hair's breadth is forgiven: shares need not divide a period evenly. */
export function waitFor(share: Share, now: number): number {
  const wait = Math.max(share.paidUntil, now) + costMs(share) - share.periodMs - now;
  return wait < 1e-3 ? 0 : Math.ceil(wait);
}

export function take(share: Share, now: number): void {
  share.paidUntil = Math.max(share.paidUntil, now) + costMs(share);
}

/** Undoes one `take`. */
export function giveBack(share: Share): void {
  share.paidUntil -= costMs(share);
}

const costMs = ({ perPeriod, periodMs }: Share) => periodMs / perPeriod;
