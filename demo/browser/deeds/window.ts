import type { Done } from '../contract.ts';
import { type DeedOf, done } from './deed-of.ts';
import { taken } from './taken.ts';

/** Somebody presses the button of the window. What is wrong shows in it, as does that the app did not answer. */
export async function submit({ stage: { slack }, role, deed }: DeedOf<'submit'>): Promise<Done> {
  await slack.submits(role.person, deed.entries);
  return done;
}

/** Somebody closes the window. */
export async function close({ stage: { slack }, role }: DeedOf<'close'>): Promise<Done> {
  return taken(await slack.closes(role.person));
}
