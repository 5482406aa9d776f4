import type { JsonObject } from '../json.ts';
import { asPayloadMessage, type SlackMessage } from '../messages.ts';
import { byTheApp } from '../workspace.ts';
import { type Content, contentOf } from './content.ts';
import type { Method } from './method.ts';
import { ownMessage } from './own-message.ts';
import { accepted, refused } from './reply.ts';

/** Changes a message of the app (docs.slack.dev/reference/methods/chat.update). */
export const chatUpdate: Method = {
  scope: 'chat:write',
  run(args, { workspace, clock }) {
    const own = ownMessage(workspace, args, 'cant_update_message');
    if ('refusal' in own) return own.refusal;
    const content = contentOf(args);
    if ('refusal' in content) return content.refusal;
    if (losesRichText(own.value, content.value)) return refused('block_mismatch');
    // Text without blocks takes the old blocks away; text left out of a message with blocks is gone too.
    const { blocks: _, edited: __, ...kept } = own.value;
    const mark = content.value.blocks ? {} : { edited: { user: byTheApp.user, ts: clock.ts() } };
    const message = workspace.replace(own.value, { ...kept, ...content.value, ...mark });
    const { channel, ts, text } = message;
    return accepted({ channel, ts, text, message: asPayloadMessage(message) });
  },
};

function losesRichText(old: SlackMessage, { blocks }: Content): boolean {
  return blocks !== undefined && hasRichText(old.blocks) && !hasRichText(blocks);
}

function hasRichText(blocks: readonly JsonObject[] = []): boolean {
  return blocks.some(({ type }) => type === 'rich_text');
}
