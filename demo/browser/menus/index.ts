import { elementsIn } from '../../../simulators/slack/elements.ts';
import type { JsonObject } from '../../../simulators/slack/json.ts';
import type { Actor } from '../../actor.ts';
import type { Menu, MenuRequest } from '../contract.ts';
import { placeOf } from '../place.ts';
import { askedOfApp } from './asked-of-app.ts';
import { conversations } from './conversations.ts';
import type { MenuKind, OpenMenu } from './menu-kind.ts';
import { persons } from './persons.ts';

const kinds: ReadonlyMap<unknown, MenuKind> = new Map([
  ['external_select', askedOfApp],
  ['conversations_select', conversations],
  ['channels_select', conversations],
  ['users_select', persons],
]);

/** Somebody opens a menu, or types into it. What Slack refuses comes back as a sentence. */
export async function openMenu(actor: Actor, request: Omit<MenuRequest, 'as'>): Promise<Menu> {
  try {
    const menu = menuBefore(actor, request);
    const kind = kinds.get(menu.element.type);
    if (kind === undefined) throw new Error('This menu has all of its entries already.');
    return await kind(menu);
  } catch (thrown) {
    return { entries: [], problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function menuBefore(actor: Actor, { where, field, typed }: Omit<MenuRequest, 'as'>): OpenMenu {
  const place = placeOf(actor, where);
  const placed = elementsIn(blocksAt(actor, place)).find(
    ({ actionId, blockId }) => actionId === field || blockId === field,
  );
  if (placed === undefined) throw new Error('That menu is no longer there.');
  return { ...actor, place, field, typed, element: placed.element };
}

function blocksAt({ stage, role }: Actor, place: OpenMenu['place']): readonly JsonObject[] {
  if (place !== 'view') return place.blocks ?? [];
  return stage.slack.viewOf(role.person)?.blocks ?? [];
}
