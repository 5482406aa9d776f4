import { credentials, grantedAppScopes, grantedScopes, team } from './app-identity.ts';
import type { Threads } from './response-urls.ts';

/** What can be said when a workspace is started; everything has a sensible default. */
export interface Options {
  /** The port to listen on; 0, the default, lets the machine choose. */
  readonly port?: number;
  /** Where requests go in HTTP mode, for example `http://127.0.0.1:3000/slack/events`. */
  readonly appUrl?: string;
  /** How the app is reached. Left out: through the socket when one is connected, otherwise over HTTP. */
  readonly transport?: 'http' | 'socket';
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  /** The scopes the app was granted. */
  readonly scopes?: readonly string[];
  /** Scopes the app was not granted, of those above. */
  readonly withoutScopes?: readonly string[];
  /** The scopes of the app-level token. */
  readonly appScopes?: readonly string[];
  /** How the workspace is called. */
  readonly teamName?: string;
  /** How far Slack's own clock is ahead of the machine's, in milliseconds; negative where it is behind. */
  readonly clockAheadMs?: number;
  /** Entries on one page of a list at most, whatever `limit` asks for: Slack may always give fewer. */
  readonly pageSizeLimit?: number;
  /** How long Slack waits for an acknowledgement; 3,000 ms. */
  readonly ackWindowMs?: number;
  /** How often a socket is pinged; 10,000 ms. */
  readonly pingMs?: number;
  /** Whether `thread_ts` counts in what is sent to a response_url; ignored by default. */
  readonly responseUrlThreads?: Threads;
}

type Changeable = 'scopes' | 'appScopes' | 'clockAheadMs';

/** The options with every gap filled. */
export interface Settings extends Required<Omit<Options, 'appUrl' | 'transport' | 'withoutScopes' | Changeable>> {
  readonly transport: Options['transport'];
  appUrl: string | undefined;
  scopes: readonly string[];
  appScopes: readonly string[];
  clockAheadMs: number;
}

/** Takes options; gives settings. */
export function settingsFrom({
  appUrl,
  transport,
  scopes = grantedScopes,
  withoutScopes = [],
  ...options
}: Options): Settings {
  return {
    ...credentials,
    port: 0,
    ackWindowMs: 3_000,
    pingMs: 10_000,
    responseUrlThreads: 'ignored',
    appScopes: grantedAppScopes,
    teamName: team.name,
    clockAheadMs: 0,
    pageSizeLimit: 999,
    ...options,
    scopes: scopes.filter((scope) => !withoutScopes.includes(scope)),
    appUrl,
    transport,
  };
}
