import type { Goal } from '../report/figure.ts';
import { readable } from '../report/grid.ts';
import type { Adversarial } from './adversarial.ts';
import type { Growth } from './growth.ts';
import type { Steepness } from './own-growth.ts';
import type { Speed } from './speed.ts';
import { own, reference } from './subjects.ts';

const wanted = { times: 8, exponent: 1.1, ms: 25 } as const;

/** What we want of our own conversion, beside what was seen. */
export function goalsOf(example: Speed, { exponents }: Growth, steepest: Steepness, { slowest }: Adversarial): Goal[] {
  return [
    speedGoal(
      `HTML to the clean tree (its parser alone: ${readable(example.times.get(own.floor) ?? 0)})`,
      example.times.get(own.tree),
    ),
    speedGoal('HTML to text and blocks, text included', example.times.get(own.whole)),
    exponentGoal('an ordinary summary', exponents.get(own.whole)),
    exponentGoal(`the steepest family, ${steepest.family}`, steepest.exponent),
    {
      says: `At most ${wanted.ms} ms for 64 kB of any family`,
      seen: `${readable(slowest.workingMs)} ms, ${slowest.family}`,
      reached: slowest.workingMs <= wanted.ms,
    },
  ];
}

function speedGoal(what: string, times = 0): Goal {
  return {
    says: `${what}: at least ${wanted.times} times as fast as ${reference} on the documented example`,
    seen: `${readable(times)} times`,
    reached: times >= wanted.times,
  };
}

function exponentGoal(what: string, exponent = Number.POSITIVE_INFINITY): Goal {
  return {
    says: `Linear time, an exponent of at most ${wanted.exponent}: ${what}`,
    seen: exponent.toFixed(2),
    reached: exponent <= wanted.exponent,
  };
}
