import { app, slackbot } from './app-identity.ts';
import { channels } from './channels.ts';
import { people } from './people.ts';
import { groups } from './user-groups.ts';

/** The names to show instead of ids, by id. */
export type Names = Readonly<Record<string, string>>;

/** The names of everybody and every channel in the simulated workspace. */
export const knownNames: Names = Object.fromEntries([
  ...Object.values(people).map(({ id, realName }) => [id, realName]),
  ...Object.values(channels).map(({ id, name }) => [id, name]),
  ...Object.values(groups).map(({ id, handle }) => [id, handle]),
  [app.botUser, app.name],
  [slackbot, 'Slackbot'],
]);

/** Takes an id and known names; gives what a reader sees for a person or channel. */
export function shownName(sign: '@' | '#', id: string, names: Names): string {
  return sign + (names[id] ?? id);
}
