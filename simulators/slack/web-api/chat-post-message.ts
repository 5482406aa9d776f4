import { stringIn } from '../json.ts';
import { asPayloadMessage } from '../messages.ts';
import { byTheApp } from '../workspace.ts';
import { contentOf } from './content.ts';
import type { Method } from './method.ts';
import { placeToPost } from './places.ts';
import { accepted, refused } from './reply.ts';
import { threadOf } from './threads.ts';

/** Posts a message (docs.slack.dev/reference/methods/chat.postMessage). */
export const chatPostMessage: Method = {
  scope: 'chat:write',
  run(args, { workspace }) {
    const place = placeToPost(workspace, args.channel);
    if ('refusal' in place) return place.refusal;
    const content = contentOf(args);
    if ('refusal' in content) return content.refusal;
    const thread = threadOf(workspace, place.value.id, stringIn(args, 'thread_ts'));
    if (thread === 'unknown') return refused('thread_not_found');
    const message = workspace.post({ ...byTheApp, ...content.value, ...thread, channel: place.value.id });
    return accepted({ channel: message.channel, ts: message.ts, message: asPayloadMessage(message) });
  },
};
