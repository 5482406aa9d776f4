import { createHmac } from 'node:crypto';
import type { SlackSimulator } from '../../simulators/slack/index.ts';
import type { Workplace } from '../support/workplace.ts';

/** A body as Slack sends it for the documented command, from the agent in #support; `more` changes fields, or takes them out. */
export function commandBody(
  { people, channels, origin }: SlackSimulator,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const fields: Record<string, string | undefined> = {
    team_id: 'T0HELPDESK1',
    channel_id: channels.support.id,
    user_id: people.agent.id,
    command: '/callsummary',
    text: '20260513223234-3EE9E 3202',
    response_url: `${origin}/commands/none/of/ours`,
    trigger_id: `${Math.random()}`,
    ...more,
  };
  const given = Object.entries(fields).map(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given.flat()).toString();
}

/** The signature Slack puts on a body at a time (docs.slack.dev/authentication/verifying-requests-from-slack). */
export const signatureOf = (secret: string, timestamp: number | string, body: string | Buffer): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

/** How much has happened because of requests: questions to the PBX, calls to Slack, answers to response_urls. */
export const effects = ({ slack, pbx }: Workplace): readonly number[] => [
  pbx.count('*'),
  slack.calls.length,
  slack.responses.length,
];

/** Asks for help, which needs no PBX, and resolves when the answer is there: the process lives and works. */
export async function stillWorks({ slack }: Workplace): Promise<void> {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const seen = slack.seenBy(agent, support).length;
  const { status, error } = await slack.types(agent, support, '/callsummary help');
  if (status !== 200) throw new Error(`a good command was answered ${status} ${error}`);
  await slack.until(() => slack.seenBy(agent, support).length > seen || undefined);
}
