import { elementsIn, type PlacedElement } from '../../simulators/slack/elements.ts';
import type { Actor } from '../actor.ts';
import { screenOf } from '../screen.ts';
import { callMenu } from './call-menu.ts';
import { conversationMenu } from './conversation-menu.ts';
import type { MenuKind, OpenMenu } from './menu.ts';

const kinds: Readonly<Record<string, MenuKind>> = {
  conversations_select: conversationMenu,
  external_select: callMenu,
};

/** Chooses in the menu. Gives how the app says it ended. @throws with a reason where there is no such entry */
export async function choose(actor: Actor, words: string): Promise<string> {
  const { kind, menu } = menuBefore(actor);
  const value = await kind.find(menu, words);
  const { slack, app } = actor.stage;
  return await app.outcomeOf(actor.role.person, () =>
    slack.chooses(actor.role.person, menu.place, menu.actionId, value),
  );
}

/** What there is to choose from in the menu. @throws with a reason where there is no menu */
export async function choices(actor: Actor): Promise<readonly string[]> {
  const { kind, menu } = menuBefore(actor);
  return await kind.entries(menu);
}

function menuBefore(actor: Actor): { readonly kind: MenuKind; readonly menu: OpenMenu } {
  const screen = screenOf(actor);
  const [found] = elementsIn(screen?.blocks ?? []).flatMap(menusAmong);
  if (screen === null || found === undefined) throw new Error('There is no menu here.');
  return { kind: found.kind, menu: { ...actor, place: screen.place, actionId: found.actionId } };
}

function menusAmong({ element, actionId }: PlacedElement) {
  const kind = kinds[String(element.type)];
  return kind === undefined ? [] : [{ kind, actionId }];
}
