import { credentials, grantedScopes } from './app-identity.ts';
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
  /** How long Slack waits for an acknowledgement; 3,000 ms. */
  readonly ackWindowMs?: number;
  /** How often a socket is pinged; 10,000 ms. */
  readonly pingMs?: number;
  /** Whether `thread_ts` counts in what is sent to a response_url; ignored by default. */
  readonly responseUrlThreads?: Threads;
}

/** The options with every gap filled. */
export interface Settings extends Required<Omit<Options, 'appUrl' | 'transport' | 'withoutScopes'>> {
  readonly transport: Options['transport'];
  appUrl: string | undefined;
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
    ...options,
    scopes: scopes.filter((scope) => !withoutScopes.includes(scope)),
    appUrl,
    transport,
  };
}
