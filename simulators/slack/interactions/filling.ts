import { whyNotListed } from '../conversation-menu.ts';
import { isConversationMenu, type Typed } from '../element-state.ts';
import type { PlacedElement } from '../elements.ts';
import { isObject, type JsonObject, objectsIn } from '../json.ts';
import type { Person } from '../people.ts';
import { type Entries, fieldNamed, type StateValues, valuesWith } from '../view-state.ts';
import type { World } from '../world.ts';
import { type Place, type Surface, surfaceOf } from './surface.ts';
import { channelOf } from './who.ts';

/** A person puts something into fields; gives what they have in front of them then. Throws for what Slack would not let them choose. */
export function fill(world: World, person: Person, where: Place, entries: Entries): Surface {
  const surface = surfaceOf(world, person, where);
  let values = surface.values;
  for (const [name, typed] of Object.entries(entries)) {
    const placed = fieldNamed(surface.blocks, name);
    if (isConversationMenu(placed.element)) mustBeListed(world, person, placed.element, typed);
    values = valuesWith(values, placed, typed, choosable(world, surface, placed));
  }
  surface.fill(values);
  return surfaceOf(world, person, where);
}

/** Gives the key under which a menu's offers are kept. */
export function menuKey({ key }: Surface, { blockId, actionId }: PlacedElement): string {
  return `${key} ${blockId} ${actionId}`;
}

/** What was offered in a menu that asks the app, and what stands in it already. */
function choosable(world: World, surface: Surface, placed: PlacedElement): readonly JsonObject[] {
  return [...world.offers.in(menuKey(surface, placed)), ...standing(surface.values, placed)];
}

function standing(values: StateValues, { blockId, actionId }: PlacedElement): readonly JsonObject[] {
  const { selected_option: one, selected_options: several } = values[blockId]?.[actionId] ?? {};
  return [...(isObject(one) ? [one] : []), ...objectsIn(several)];
}

function mustBeListed(world: World, person: Person, element: JsonObject, typed: Typed): void {
  const ids = (Array.isArray(typed) ? typed : [typed]).filter((id) => id !== null && id !== '');
  for (const id of ids) {
    const channel = channelOf(world, String(id));
    const reason = whyNotListed(channel, person, element);
    if (reason) throw new Error(`#${channel.name} is not in that menu: ${reason}.`);
  }
}
