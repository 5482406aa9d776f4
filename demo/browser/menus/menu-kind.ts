import type { SlackMessage } from '../../../simulators/slack/index.ts';
import type { JsonObject } from '../../../simulators/slack/json.ts';
import type { Actor } from '../../actor.ts';
import type { Menu } from '../contract.ts';

/** A menu that somebody has open, and what they have typed into it. */
export interface OpenMenu extends Actor {
  readonly place: SlackMessage | 'view';
  /** Its action_id or block_id. */
  readonly field: string;
  readonly element: JsonObject;
  readonly typed: string;
}

/** How one kind of menu gets its entries. @throws with a sentence for the person */
export type MenuKind = (menu: OpenMenu) => Menu | Promise<Menu>;

/** Whether a label is one that Slack goes on showing to somebody who has typed this. */
export const matches = (label: string, typed: string): boolean =>
  label.toLowerCase().includes(typed.trim().toLowerCase());
