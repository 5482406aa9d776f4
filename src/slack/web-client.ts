import { webApi } from '@slack/bolt';
import { slackClientOptions } from './client-options.ts';

/** Which app asks, and where Slack's Web API is. */
export interface SlackAccess {
  readonly botToken: string;
  readonly apiUrl: URL;
}

/** Slack's Web API outside of a request of Slack's: one try, one deadline. What goes wrong is told by whoever asked. */
export const createWebClient = ({ botToken, apiUrl }: SlackAccess): webApi.WebClient =>
  new webApi.WebClient(botToken, { ...slackClientOptions(apiUrl), logger: silent });

const quiet = () => {};
const silent: webApi.Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => webApi.LogLevel.ERROR,
};
