import { setTimeout as pause } from 'node:timers/promises';
import type { Suggested } from '../../../simulators/slack/index.ts';
import type { Menu } from '../contract.ts';
import type { MenuKind, OpenMenu } from './menu-kind.ts';

/** The entries for which Slack asks the app. */
export const askedOfApp: MenuKind = async (menu) => {
  const suggested = await ask(menu);
  if (suggested.failure !== 'dispatch_failed') return shown(suggested);
  // Slack signs by the second: the very same question twice within one looks to the app like somebody else's copy.
  await pause(1_000 - (Date.now() % 1_000));
  return shown(await ask(menu));
};

const ask = ({ stage: { slack }, role: { person }, place, field, typed }: OpenMenu) =>
  slack.typesInto(person, place, field, typed);

const shown = ({ options, failure }: Suggested): Menu =>
  failure === undefined
    ? { entries: options }
    : { entries: [], problem: 'The entries could not be loaded. Close this menu and open it again.' };
