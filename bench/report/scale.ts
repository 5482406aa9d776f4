/** How values become places on an axis. */
export interface Scale {
  /** From 0, the lower end of the axis, to 1, the upper one. */
  place(value: number): number;
  readonly ticks: readonly number[];
}

/** A scale on which these values have room; a logarithmic one shows only those above zero. */
export function scaleFor(values: readonly number[], isLog: boolean): Scale {
  return isLog ? logarithmic(values.filter((value) => value > 0)) : linear(values);
}

function linear(values: readonly number[]): Scale {
  const highest = Math.max(...values, 0) || 1;
  const step = niceStep(highest / 5);
  const top = Math.ceil(highest / step) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_tick, index) => index * step);
  return { place: (value) => value / top, ticks };
}

function niceStep(least: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * magnitude >= least) ?? 10) * magnitude;
}

function logarithmic(values: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(...values, 10)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values, 1))), low + 1);
  const ticks = Array.from({ length: high - low + 1 }, (_tick, index) => 10 ** (low + index));
  return { place: (value) => (Math.log10(value) - low) / (high - low), ticks };
}
