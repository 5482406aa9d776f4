import type { Clock } from './clock.ts';
import { secret } from './identifiers.ts';

/** Who did something, and where; a `trigger_id` stands for it. */
export interface Occasion {
  readonly personId: string;
  readonly channelId?: string;
  /** The view the person acted in, when it was one. */
  readonly viewId?: string;
}

/** Hands out trigger ids and takes them back: each is good once, for three seconds. */
export interface Triggers {
  issue(occasion: Occasion): string;
  /** Gives the occasion, or Slack's error code. The id is used up only by `spend`. */
  examine(triggerId: string): Occasion | string;
  spend(triggerId: string): void;
}

const lifetimeMs = 3_000;

/** Gives an empty set of triggers. */
export function createTriggers(clock: Clock): Triggers {
  const issued = new Map<string, { readonly occasion: Occasion; readonly at: number; spent: boolean }>();
  return {
    issue(occasion) {
      const id = `${clock.now()}.${Math.floor(clock.now() / 1_000)}.${secret(16)}`;
      issued.set(id, { occasion, at: clock.now(), spent: false });
      return id;
    },
    examine(triggerId) {
      const trigger = issued.get(triggerId);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.spent) return 'exchanged_trigger_id';
      return clock.now() - trigger.at > lifetimeMs ? 'expired_trigger_id' : trigger.occasion;
    },
    spend(triggerId) {
      const trigger = issued.get(triggerId);
      if (trigger) trigger.spent = true;
    },
  };
}
