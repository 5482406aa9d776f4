import { app } from '../app-identity.ts';
import { asConversation, type Channel, scopeToRead } from '../channels.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';
import { isTrue } from './arguments.ts';
import type { Method } from './method.ts';
import { pageOf } from './pages.ts';
import { isHiddenFromBot } from './places.ts';
import { accepted, type Checked, refused } from './reply.ts';

const kinds: ReadonlyMap<string, Channel['kind']> = new Map([
  ['public_channel', 'public'],
  ['private_channel', 'private'],
  ['mpim', 'mpim'],
  ['im', 'im'],
]);

/** Where the bot is a member, or on request somebody else as far as the bot may know (docs.slack.dev/reference/methods/users.conversations). */
export const usersConversations: Method = {
  run(args, world) {
    const wanted = kindsIn(args.types ?? 'public_channel', world);
    if ('refusal' in wanted) return wanted.refusal;
    if (typeof args.user === 'string' && !isSomebody(args.user, world)) return refused('user_not_found');
    const listed = world.workspace.channels().filter((channel) => isListed(channel, wanted.value, args));
    const page = pageOf(listed, args, world.settings.pageSizeLimit);
    if ('refusal' in page) return page.refusal;
    const { entries, next } = page.value;
    return accepted({ channels: entries.map(asListed), response_metadata: { next_cursor: next } });
  },
};

/** Takes `types`; gives the kinds meant, or why they cannot be listed: each needs the scope to read it. */
function kindsIn(types: unknown, { settings }: World): Checked<readonly Channel['kind'][]> {
  const wanted = String(types)
    .split(',')
    .map((type) => kinds.get(type.trim()));
  const known = wanted.filter((kind) => kind !== undefined);
  if (known.length < wanted.length) return { refusal: refused('invalid_types') };
  const missing = known.map((kind) => scopeToRead[kind]).filter((scope) => !settings.scopes.includes(scope));
  if (missing.length === 0) return { value: known };
  return { refusal: refused('missing_scope', { needed: missing.join(','), provided: settings.scopes.join(',') }) };
}

const isSomebody = (id: string, { directory }: World) => id === app.botUser || directory.person(id) !== undefined;

function isListed(channel: Channel, wanted: readonly Channel['kind'][], args: JsonObject): boolean {
  if (!wanted.includes(channel.kind) || isHiddenFromBot(channel)) return false;
  if (isTrue(args.exclude_archived) && channel.isArchived) return false;
  return channel.members.includes(typeof args.user === 'string' ? args.user : app.botUser);
}

/** In lists Slack leaves out whether the caller is a member. */
function asListed(channel: Channel): JsonObject {
  const { is_member: _, ...listed } = asConversation(channel, true);
  return listed;
}
