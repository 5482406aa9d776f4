import type { MenuKind } from './menu-kind.ts';

/** The entries for which Slack asks the app. */
export const askedOfApp: MenuKind = async ({ stage: { slack }, role: { person }, place, field, typed }) => {
  const { options, failure } = await slack.typesInto(person, place, field, typed);
  if (failure === undefined) return { entries: options };
  throw new Error('The entries could not be loaded. Close this menu and open it again.');
};
