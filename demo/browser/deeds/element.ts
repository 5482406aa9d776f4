import type { Done } from '../contract.ts';
import { placeOf } from '../place.ts';
import type { DeedOf } from './deed-of.ts';
import { taken } from './taken.ts';

/** Somebody clicks a button. */
export async function click({ deed, ...actor }: DeedOf<'click'>): Promise<Done> {
  const { where, actionId, value } = deed;
  const twist = value === undefined ? {} : { value };
  return taken(await actor.stage.slack.clicks(actor.role.person, placeOf(actor, where), actionId, twist));
}

/** Somebody chooses in a menu or among radio buttons. */
export async function choose({ deed, ...actor }: DeedOf<'choose'>): Promise<Done> {
  const { where, field, value } = deed;
  return taken(await actor.stage.slack.chooses(actor.role.person, placeOf(actor, where), field, value));
}

/** Somebody ticks a box, or takes its tick away. */
export async function tick({ deed, ...actor }: DeedOf<'tick' | 'untick'>): Promise<Done> {
  const { slack } = actor.stage;
  const act = deed.kind === 'tick' ? slack.ticks : slack.unticks;
  return taken(await act(actor.role.person, placeOf(actor, deed.where), deed.field, deed.value));
}
