import { elementsIn, type PlacedElement } from '../../simulators/slack/elements.ts';
import { stringIn } from '../../simulators/slack/json.ts';
import type { Actor } from '../actor.ts';
import { type Screen, screenOf } from '../screen.ts';
import { labelOf, listed, plainly } from './labels.ts';

/**
 * Clicks the button with these words on it, and says yes where Slack asks. A number at the end counts among equal ones:
 * "Show 2". Gives how the app says it ended. @throws with a reason where there is no such button
 */
export async function click(actor: Actor, words: string): Promise<string> {
  const { slack, app } = actor.stage;
  const screen = screenOf(actor);
  const { actionId, element } = buttonNamed(words, screen);
  const value = stringIn(element, 'value');
  const twist = value === undefined ? {} : { value };
  return await app.outcomeOf(actor.role.person, () =>
    slack.clicks(actor.role.person, screen?.place ?? 'view', actionId, twist),
  );
}

function buttonNamed(words: string, screen: Screen | null): PlacedElement {
  const buttons = elementsIn(screen?.blocks ?? []).filter(({ element }) => element.type === 'button');
  const [, label = '', place = '1'] = /^(.*?)(?:\s+(\d+))?$/.exec(words) ?? [];
  const named = buttons.filter(({ element }) => plainly(labelOf(element)) === plainly(label));
  const button = named[Number(place) - 1];
  if (button !== undefined) return button;
  const there = listed(buttons.map(({ element }) => labelOf(element)));
  throw new Error(`There is no button “${words}” here. There are: ${there}.`);
}
