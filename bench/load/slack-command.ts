import { createHmac } from 'node:crypto';
import type { BenchPerson } from './people.ts';

/** What Slack sends when somebody types a command: the form's fields over HTTP, an envelope's payload over Socket Mode. */
export type CommandPayload = Readonly<Record<string, string>>;

export const teamId = 'T0BENCH0001';
export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
export const botToken = 'xoxb-bench-bot-token';
export const appToken = 'xapp-bench-app-token';

/** What stands in front of the count in a response_url's path. */
export const answerPath = '/commands/';

/** The id of the call that the `count`th command asks about; each about another. */
export const cdrIdNumbered = (count: number): string =>
  `20260513223234-${count.toString(16).toUpperCase().padStart(5, '0')}`;

/** The `count`th command, typed by somebody about their own extension. */
export function commandNumbered(count: number, { id, extensionNumber }: BenchPerson, origin: string): CommandPayload {
  return {
    token: 'bench-verification-token',
    team_id: teamId,
    team_domain: 'helpdesk',
    channel_id: 'C0BENCH0001',
    channel_name: 'support',
    user_id: id,
    user_name: 'somebody',
    command: '/callsummary',
    text: `${cdrIdNumbered(count)} ${extensionNumber}`,
    api_app_id: 'A0BENCH0001',
    is_enterprise_install: 'false',
    response_url: `${origin}${answerPath}${count}`,
    trigger_id: `${count}.1778682824.bench`,
  };
}

/** The headers by which an app knows that Slack is asking (docs.slack.dev: verifying requests from Slack). */
export function signedHeaders(body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
}
