import type { JsonObject } from './json.ts';

/** What apps offered in menus that ask for their options, by the menu's key: what was offered last is what can be chosen. */
export interface Offers {
  /** Takes options without problems. */
  made(menu: string, options: readonly JsonObject[]): void;
  in(menu: string): readonly JsonObject[];
}

/** Gives menus in which nothing was offered yet. */
export function createOffers(): Offers {
  const offered = new Map<string, readonly JsonObject[]>();
  return {
    made: (menu, options) => void offered.set(menu, options),
    in: (menu) => offered.get(menu) ?? [],
  };
}
