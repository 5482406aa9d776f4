import type { OpenView } from '../open-view.ts';
import type { Person } from '../people.ts';
import type { World } from '../world.ts';

/** Gives the modal a person has on top. Throws when there is none. */
export function openViewOf({ views }: World, person: Person): OpenView {
  const view = views.top(person.id);
  if (view) return view;
  throw new Error(`${person.realName} has no modal open.`);
}

/** Gives where the view was opened, as part of an occasion. */
export function from({ openedFrom }: OpenView): { readonly channelId?: string } {
  return openedFrom === undefined ? {} : { channelId: openedFrom };
}
