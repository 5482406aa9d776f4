import { stringIn } from '../json.ts';
import { byTheApp } from '../workspace.ts';
import { contentOf } from './content.ts';
import type { Method } from './method.ts';
import { placeToPost } from './places.ts';
import { accepted, refused } from './reply.ts';
import { threadOf } from './threads.ts';

/** Shows a message to one person (docs.slack.dev/reference/methods/chat.postEphemeral). */
export const chatPostEphemeral: Method = {
  scope: 'chat:write',
  run(args, world) {
    const { workspace } = world;
    const place = placeToPost(world, args.channel);
    if ('refusal' in place) return place.refusal;
    const visibleTo = String(args.user);
    if (!place.value.members.includes(visibleTo)) return refused('user_not_in_channel');
    const content = contentOf(args);
    if ('refusal' in content) return content.refusal;
    const thread = threadOf(workspace, place.value, stringIn(args, 'thread_ts'));
    if ('refusal' in thread) return thread.refusal;
    const message = workspace.post({
      ...byTheApp,
      ...content.value,
      ...thread.value,
      visibleTo,
      channel: place.value.id,
    });
    return accepted({ message_ts: message.ts });
  },
};
