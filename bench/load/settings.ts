import { join } from 'node:path';
import type { LeanSlack } from './lean-slack.ts';
import { appToken, botToken, signingSecret } from './slack-command.ts';

/** How Slack reaches a program. */
export type Way = 'http' | 'socket';

/** Where a PBX is, and how one signs in there. */
export interface PbxAccount {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Those a program stands between. */
export interface Neighbours {
  readonly slack: LeanSlack;
  readonly pbx: PbxAccount;
}

/**
 * The environment of a measured program: a production installation with its store on the disk, and shares so large that
 * fair use refuses nobody.
 */
export function settingsFor({ slack, pbx }: Neighbours, way: Way, folder: string): Readonly<Record<string, string>> {
  return {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: botToken,
    ...(way === 'http' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: appToken }),
    PORT: '0',
    YEASTAR_BASE_URL: pbx.url,
    YEASTAR_CLIENT_ID: pbx.clientId,
    YEASTAR_CLIENT_SECRET: pbx.clientSecret,
    CALLSUMMARY_ADMINS: 'U0BENCHADMIN',
    CALLSUMMARY_STORE_FILE: join(folder, 'callsummary.db'),
    CALLSUMMARY_PERSON_PER_MINUTE: '1000000',
    CALLSUMMARY_PERSON_PER_DAY: '1000000',
    CALLSUMMARY_EVERYBODY_PER_MINUTE: '1000000',
  };
}
