import { parseArgs } from 'node:util';

/** How Slack is to reach the app: through a socket that the app opens, or at an address. */
export type Way = { readonly kind: 'socket' } | { readonly kind: 'http'; readonly requestUrl: string };

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'create'; readonly way: Way; readonly isJson: boolean }
  | { readonly kind: 'not_understood'; readonly problem: string };

export const usage = `Prints a link that opens Slack with everything in manifest.yml filled in, and what to do then. Asks Slack nothing.

  npm run create-slack-app -- [--http https://your.host/slack/events] [--json]

  --http  HTTP mode: Slack calls the app at this address (otherwise Socket Mode, without an open port)
  --json  the manifest itself, to paste into an app's manifest on api.slack.com`;

const options = {
  http: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command's name. */
export function wishOf(words: readonly string[]): Wish {
  try {
    const { values } = parseArgs({ args: [...words], options });
    if (values.help) return { kind: 'help' };
    return createWishOf(values.http, values.json);
  } catch {
    return { kind: 'not_understood', problem: 'These words are not understood.' };
  }
}

function createWishOf(http: string | undefined, isJson: boolean): Wish {
  if (http === undefined) return { kind: 'create', way: { kind: 'socket' }, isJson };
  const requestUrl = requestUrlOf(http);
  return requestUrl === null
    ? { kind: 'not_understood', problem: '--http takes the https address Slack is to call.' }
    : { kind: 'create', way: { kind: 'http', requestUrl }, isJson };
}

/** A host alone means the path at which the app listens. */
function requestUrlOf(given: string): string | null {
  const url = URL.parse(given);
  if (url === null || url.protocol !== 'https:' || `${url.username}${url.password}${url.search}${url.hash}` !== '')
    return null;
  if (url.pathname === '/') url.pathname = '/slack/events';
  return url.href;
}
