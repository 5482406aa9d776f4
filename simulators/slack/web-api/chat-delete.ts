import type { Method } from './method.ts';
import { ownMessage } from './own-message.ts';
import { accepted } from './reply.ts';

/** Deletes a message of the app (docs.slack.dev/reference/methods/chat.delete). */
export const chatDelete: Method = {
  scope: 'chat:write',
  run(args, { workspace }) {
    const own = ownMessage(workspace, args, 'cant_delete_message');
    if ('refusal' in own) return own.refusal;
    workspace.remove(own.value);
    return accepted({ channel: own.value.channel, ts: own.value.ts });
  },
};
