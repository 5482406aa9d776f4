import type { Config } from '../../config/config.ts';
import { createSlackFetch } from '../../slack/slack-fetch.ts';
import { once } from '../once.ts';
import { callSlack, type SlackAnswer } from './call-slack.ts';

/** A few questions to Slack's Web API, with the bot token unless said otherwise. */
export interface SlackVisit {
  /** auth.test, asked once (docs.slack.dev/reference/methods/auth.test). */
  identity(): Promise<SlackAnswer>;
  ask(method: string, parameters?: Readonly<Record<string, string>>): Promise<SlackAnswer>;
  /** apps.connections.open; the address it gives is used for nothing. */
  openConnection(appToken: string): Promise<SlackAnswer>;
}

export function createSlackVisit({ apiUrl, botToken }: Config['slack'], now: () => Date): SlackVisit {
  const fetch = createSlackFetch(apiUrl);
  const ask = (token: string, method: string, parameters: Readonly<Record<string, string>> = {}) =>
    callSlack({ fetch, now, token, url: new URL(method, apiUrl), parameters });
  return {
    identity: once(() => ask(botToken, 'auth.test')),
    ask: (method, parameters) => ask(botToken, method, parameters),
    openConnection: (appToken) => ask(appToken, 'apps.connections.open'),
  };
}
