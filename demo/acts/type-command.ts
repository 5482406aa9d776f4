import type { Actor } from '../actor.ts';

/** Whether a line is one that Slack would bring to the app; Slack itself answers everything else. */
export const isForTheApp = (line: string): boolean => /^\/callsummary(\s|$)/.test(line);

/** Types a line in #support. Gives how the app says it ended. @throws with a reason where Slack has no place to type */
export async function typeCommand({ stage: { slack, app }, role: { person } }: Actor, line: string): Promise<string> {
  const { support, shared } = slack.channels;
  if (person.isStranger === true)
    throw new Error(`Slack has no commands for other organisations: ${person.realName} can click in #${shared.name}.`);
  if (slack.viewOf(person) !== undefined)
    throw new Error(`${person.realName} has a window open. Go on in it, or close it first.`);
  return await app.outcomeOf(person, () => slack.types(person, support, line));
}
