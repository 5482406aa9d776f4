import { usage, type Way, type Wish, wishOf } from './arguments.ts';
import { linkTo, manifestFor } from './manifest.ts';

/** As sysexits.h names them. */
const exitCodes = { ok: 0, usage: 64 } as const;

/** What the command is given from outside. */
export interface Surroundings {
  readonly words: readonly string[];
  /** The text of our manifest. */
  readonly readManifest: () => string;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Says how to create the Slack app. Gives the exit code. */
export function runCreateSlackApp({ words, readManifest, say, complain }: Surroundings): number {
  const wish = wishOf(words);
  if (wish.kind === 'not_understood') {
    complain(`${wish.problem}\n\n${usage}`);
    return exitCodes.usage;
  }
  say(wish.kind === 'help' ? usage : answerTo(wish, readManifest()));
  return exitCodes.ok;
}

function answerTo({ way, isJson }: Extract<Wish, { kind: 'create' }>, text: string): string {
  const manifest = manifestFor(text, way);
  return isJson ? JSON.stringify(JSON.parse(manifest), null, 2) : introduction(linkTo(manifest), way);
}

const introduction = (
  link: string,
  way: Way,
) => `Open this link. Slack asks for the workspace, shows what the app may do, and creates it:

${link}

Then, at api.slack.com/apps > your app:

1. Install App: install it. The Bot User OAuth Token it shows is SLACK_BOT_TOKEN in .env.
2. ${secondStep(way)}
3. Fill in the rest of .env. npm run doctor says whether Slack takes what you have put in.

If the form stays empty, choose "From a manifest" there, and paste what this prints:
npm run create-slack-app -- ${way.kind === 'http' ? `--http ${way.requestUrl} ` : ''}--json`;

const secondStep = (way: Way) =>
  way.kind === 'socket'
    ? 'Basic Information > App-Level Tokens: generate one with the scope connections:write. It is SLACK_APP_TOKEN.'
    : `Basic Information > App Credentials: the Signing Secret is SLACK_SIGNING_SECRET; leave SLACK_APP_TOKEN out.
   Slack calls ${way.requestUrl}: have it lead to /slack/events at PORT of this machine.`;
