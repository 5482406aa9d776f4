import type { Outage } from './outage.ts';
import type { Failing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world and the switch of its API; gives what can go wrong in it. */
export function failing({ faults }: World, outage: Outage): Failing {
  return {
    script: (target, fault, times) => faults.script(target, fault, times),
    unscripts: () => faults.clear(),
    apiDown: (kind = 'reset') => outage.begins(kind),
    apiUp: () => outage.ends(),
  };
}
