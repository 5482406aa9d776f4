import type { webApi } from '@slack/bolt';

/** The part of Slack's Web API that tells who people are. Its deadline is the client's. */
export type SlackDirectoryClient = Pick<webApi.WebClient, 'auth' | 'users' | 'usergroups'>;
