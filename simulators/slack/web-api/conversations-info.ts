import { asConversation, scopeToRead } from '../channels.ts';
import { isTrue } from './arguments.ts';
import type { Method } from './method.ts';
import { isHiddenFromBot } from './places.ts';
import { accepted, refused } from './reply.ts';

/** What a conversation is and who shares it (docs.slack.dev/reference/methods/conversations.info). */
export const conversationsInfo: Method = {
  run(args, { workspace, settings }) {
    const channel = workspace.channel(String(args.channel));
    if (!channel || isHiddenFromBot(channel)) return refused('channel_not_found');
    const needed = scopeToRead[channel.kind];
    if (!settings.scopes.includes(needed))
      return refused('missing_scope', { needed, provided: settings.scopes.join(',') });
    const counted = isTrue(args.include_num_members)
      ? { num_members: channel.memberCount ?? channel.members.length }
      : {};
    return accepted({ channel: { ...asConversation(channel, workspace.botIsIn(channel.id)), ...counted } });
  },
};
