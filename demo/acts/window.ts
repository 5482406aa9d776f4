import type { Actor } from '../actor.ts';

/** Presses the window's button. Gives how the app says it ended. @throws with a reason where there is none */
export const submit = ({ stage: { slack, app }, role }: Actor): Promise<string> =>
  app.outcomeOf(role.person, () => slack.submits(role.person));

/** Closes the window. Gives how the app says it ended. @throws with a reason where there is none */
export const close = ({ stage: { slack, app }, role }: Actor): Promise<string> =>
  app.outcomeOf(role.person, () => slack.closes(role.person));
