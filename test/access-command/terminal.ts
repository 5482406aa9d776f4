import { runAccessCommand, type Surroundings } from '../../src/access-command/run.ts';
import type { NumbersWithEmail } from '../../src/services/access/person-facts.ts';
import type { SlackDirectoryClient } from '../../src/slack/people/slack-directory-client.ts';

/** What the command wrote, and its exit code. */
export interface Written {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** What a terminal has around the command. */
export interface Terminal {
  /** The access file; none where it is left out. */
  readonly file?: string;
  readonly env?: Surroundings['env'];
  readonly slack?: SlackDirectoryClient;
  /** What the PBX says whose address it is; not asked where it is left out. */
  readonly book?: NumbersWithEmail;
}

/** Types `npm run access -- <line>`. */
export async function access(line: string, { file, env, slack, book }: Terminal = {}): Promise<Written> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runAccessCommand({
    words: line.split(' '),
    env: {
      ...(file === undefined ? {} : { CALLSUMMARY_ACCESS_FILE: 'access.yml' }),
      ...(slack === undefined ? {} : { SLACK_BOT_TOKEN: 'xoxb-test' }),
      ...env,
    },
    readTextFile: (path) => {
      if (path !== 'access.yml' || file === undefined) throw new Error('ENOENT');
      return file;
    },
    connect: () => slack ?? fail(),
    openAddressBook: () =>
      book === undefined ? null : { numbersWithEmail: book, [Symbol.asyncDispose]: async () => {} },
    say: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

function fail(): never {
  throw new Error('connected without settings');
}
