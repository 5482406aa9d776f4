import type { Done } from '../contract.ts';
import { messageAt } from '../place.ts';
import type { DeedOf } from './deed-of.ts';
import { taken } from './taken.ts';

/** Somebody picks one of the app's entries in the menu of a message. */
export async function pickOnMessage({ deed, ...actor }: DeedOf<'message-shortcut'>): Promise<Done> {
  const { slack } = actor.stage;
  return taken(await slack.choosesMessageShortcut(actor.role.person, messageAt(actor, deed), deed.callbackId));
}

/** Somebody picks one of the app's entries where Slack offers them everywhere. */
export async function pickAnywhere({ stage: { slack }, role, deed }: DeedOf<'global-shortcut'>): Promise<Done> {
  const lookingAt = deed.channel;
  return taken(await slack.choosesGlobalShortcut(role.person, deed.callbackId, { lookingAt }));
}
