import type { Changes } from './changes.ts';
import type { SlackMessage } from './messages.ts';
import { type StateValues, stateOf } from './view-state.ts';

/** What each person chose in the menus of a message. Nobody else sees it. */
export interface MessageStates {
  of(personId: string, message: SlackMessage): StateValues;
  keep(personId: string, message: SlackMessage, values: StateValues): void;
}

/** Takes the bell; gives messages in which nobody chose anything yet. */
export function createMessageStates(changes: Changes): MessageStates {
  const kept = new Map<string, StateValues>();
  const keyOf = (personId: string, { channel, ts }: SlackMessage) => `${personId} ${channel} ${ts}`;
  return {
    of: (personId, message) => stateOf(message.blocks ?? [], { earlier: kept.get(keyOf(personId, message)) }),
    keep(personId, message, values) {
      kept.set(keyOf(personId, message), values);
      changes.happened();
    },
  };
}
