import type { AccessRules } from './access-rules.ts';
import type { RulesInForce } from './rules-in-force.ts';

const mostReloads = 3;

/** Finding out takes a while; if the rules change meanwhile, it is done again, so that a decision is by those in force. */
export const createUnderRulesOfNow =
  (rules: RulesInForce) =>
  async <Value>(find: (current: AccessRules) => Promise<Value>): Promise<Value> => {
    for (let reloads = 0; ; reloads += 1) {
      const current = rules.current();
      const found = await find(current);
      if (rules.current() === current || reloads === mostReloads) return found;
    }
  };
