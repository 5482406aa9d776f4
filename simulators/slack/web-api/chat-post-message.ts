import { stringIn } from '../json.ts';
import { asPayloadMessage } from '../messages.ts';
import { byTheApp } from '../workspace.ts';
import { contentOf } from './content.ts';
import type { Method } from './method.ts';
import { placeToPost } from './places.ts';
import { accepted } from './reply.ts';
import { threadOf } from './threads.ts';

/** Posts a message (docs.slack.dev/reference/methods/chat.postMessage). */
export const chatPostMessage: Method = {
  scope: 'chat:write',
  run(args, world) {
    const { workspace } = world;
    const place = placeToPost(world, args.channel);
    if ('refusal' in place) return place.refusal;
    const content = contentOf(args);
    if ('refusal' in content) return content.refusal;
    const thread = threadOf(workspace, place.value, stringIn(args, 'thread_ts'));
    if ('refusal' in thread) return thread.refusal;
    const message = workspace.post({ ...byTheApp, ...content.value, ...thread.value, channel: place.value.id });
    return accepted({ channel: message.channel, ts: message.ts, message: asPayloadMessage(message) });
  },
};
