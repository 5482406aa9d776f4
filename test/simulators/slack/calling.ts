import type { SlackSimulator } from '../../../simulators/slack/index.ts';

/** What a Web API method answered. */
export interface ApiReply {
  readonly ok: boolean;
  readonly error?: string;
  readonly [field: string]: unknown;
}

/** Takes a method and its arguments; calls it as Slack's own client does: a form, nested values as JSON strings, the bot's token. */
export async function call(
  slack: SlackSimulator,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token: string | undefined = slack.botToken,
): Promise<ApiReply> {
  const response = await post(slack, method, args, token);
  const reply: ApiReply = JSON.parse(await response.text());
  return reply;
}

/** Takes the same as `call`; gives the HTTP response itself. */
export function post(
  slack: SlackSimulator,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  token: string | undefined = slack.botToken,
): Promise<Response> {
  const fields = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  return fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      connection: 'close',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: new URLSearchParams(fields).toString(),
  });
}

/** Takes an address and a message; sends it as an app answers through a response_url. */
export function respond(url: string, message: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify(message),
  });
}
