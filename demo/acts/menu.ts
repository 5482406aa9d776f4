import type { Actor } from '../actor.ts';
import type { Screen } from '../screen.ts';

/** A menu that somebody has in front of them. */
export interface OpenMenu extends Actor {
  readonly place: Screen['place'];
  readonly actionId: string;
}

/** How to find something in one kind of menu. */
export interface MenuKind {
  /** The words of its entries. */
  entries(menu: OpenMenu): Promise<readonly string[]>;
  /** What Slack calls the entry with these words. @throws with a reason where there is none */
  find(menu: OpenMenu, words: string): Promise<string>;
}
