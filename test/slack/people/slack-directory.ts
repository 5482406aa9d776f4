import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { slackClientOptions } from '../../../src/slack/client-options.ts';

/** What Slack answers to a method with these arguments: an object, or a number for a bare HTTP status. */
export type Answers = Record<string, (args: URLSearchParams) => object | number | Promise<object>>;

/** The part of Slack's Web API that knows people, on loopback, saying whatever a test wants. */
export interface SlackDirectory extends AsyncDisposable {
  readonly client: webApi.WebClient;
  readonly apiUrl: string;
  /** May be changed at any time. */
  readonly answers: Answers;
  /** The calls so far: `users.info U0LEO`. */
  readonly calls: string[];
}

/** Members by group. */
export type Groups = Readonly<Record<string, readonly string[]>>;

type User = { readonly id: string; readonly profile: { readonly email?: string } };

export const home = 'T0HOME';

/** A user object as Slack shows a full member. */
export const member = (id: string, email: string | null = null, flags: object = {}) => ({
  id,
  team_id: home,
  name: id.toLowerCase(),
  deleted: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: false,
  is_app_user: false,
  is_email_confirmed: true,
  profile: { real_name: id, ...(email === null ? {} : { email }) },
  ...flags,
});

/** Opens a workspace of these people and groups; `await using` closes it. */
export async function openSlackDirectory(
  users: readonly User[],
  groups: Groups = {},
  patienceMs = 5_000,
): Promise<SlackDirectory> {
  const calls: string[] = [];
  const answers: Answers = usualAnswers(users, groups);
  const server = createServer((request, response) => void answer(answers, calls, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}/api/`;
  const client = new webApi.WebClient('xoxb-test', {
    ...slackClientOptions(new URL(apiUrl)),
    timeout: patienceMs,
    logger: silent,
  });
  return {
    client,
    apiUrl,
    answers,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const refused = (error: string) => ({ ok: false, error });

function usualAnswers(users: readonly User[], groups: Groups): Answers {
  const withEmail = (email: string | null) => users.find(({ profile }) => profile.email === email);
  return {
    'auth.test': () => ({ ok: true, team_id: home, user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': (args) =>
      found(
        users.find(({ id }) => id === args.get('user')),
        'user_not_found',
      ),
    'users.lookupByEmail': (args) => found(withEmail(args.get('email')), 'users_not_found'),
    'usergroups.list': (args) => shownGroups(groups, args.get('include_users') === 'true'),
  };
}

/** What Slack answers to `usergroups.list`. */
export const shownGroups = (groups: Groups, hasUsers = true) => ({
  ok: true,
  usergroups: Object.entries(groups).map(([id, users]) => ({ id, date_delete: 0, ...(hasUsers && { users }) })),
});

const found = (user: object | undefined, error: string) => (user === undefined ? refused(error) : { ok: true, user });

async function answer(answers: Answers, calls: string[], request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const args = new URLSearchParams(Buffer.concat(chunks).toString());
  const method = (request.url ?? '').replace('/api/', '').replace(/\?.*/, '');
  calls.push([method, args.get('user') ?? args.get('email')].filter(Boolean).join(' '));
  const said = (await answers[method]?.(args)) ?? refused('unknown_method');
  if (typeof said === 'number') return response.writeHead(said).end();
  response.setHeader('content-type', 'application/json');
  return response.end(JSON.stringify(said));
}

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
