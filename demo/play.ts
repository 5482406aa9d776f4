import { drawMessage } from '../simulators/slack/terminal/index.ts';
import type { Stage } from './stage.ts';

/** What came of a typed line: the picture the person sees, and whether it is what they wanted. */
export interface Played {
  readonly picture: string;
  readonly succeeded: boolean;
}

const patience = { ms: 60_000 };

/** Whether a line is one that Slack would bring to the app; Slack itself answers everything else. */
export const isForTheApp = (line: string): boolean => /^\/callsummary(\s|$)/.test(line);

/** Types a line in #support as the agent, waits until the app is done with it, and draws what the agent sees. */
export async function play({ slack, app }: Stage, line: string, colour: boolean): Promise<Played> {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const before = slack.seenBy(agent, support).length;
  const outcome = app.nextOutcome();
  await slack.types(agent, support, line);
  const succeeded = (await outcome) === 'ok';
  const seen = await slack.until(() => slack.seenBy(agent, support).slice(before).at(-1), patience);
  return { picture: drawMessage(seen, { colour }), succeeded };
}
