import { webApi } from '@slack/bolt';
import { slackClientOptions } from '../slack/client-options.ts';
import type { SlackDirectoryClient } from '../slack/people/slack-directory-client.ts';
import type { SlackSettings } from './settings.ts';

/** Slack's Web API for a command that runs by itself: one try, one deadline, and nothing on the terminal. */
export const createSlackClient = ({ botToken, apiUrl }: SlackSettings): SlackDirectoryClient =>
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
