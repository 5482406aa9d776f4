import { blockTextIn, mostBlockText, problemsInMessage } from '../block-rules/index.ts';
import { withIds } from '../elements.ts';
import { isObject, type JsonObject, objectsIn, stringIn } from '../json.ts';
import type { SlackMessage } from '../messages.ts';
import { type Checked, refused, refusedFor } from './reply.ts';

/** What a message says. */
export type Content = Pick<SlackMessage, 'text' | 'blocks' | 'metadata'>;

/** The longest `text`: what is documented for chat.update, and has been seen refused above in chat.postMessage. */
const longestText = 4_000;

/** Takes the arguments of a call that posts; gives the message's content, or how Slack refuses it. */
export function contentOf(args: JsonObject): Checked<Content> {
  const text = stringIn(args, 'text') ?? '';
  const blocks = args.blocks ?? [];
  if (!Array.isArray(blocks)) return { refusal: refused('invalid_blocks_format') };
  if (text === '' && blocks.length === 0) return { refusal: refused('no_text') };
  if (text.length > longestText) return { refusal: refused('msg_too_long') };
  const metadata = args.metadata;
  if (metadata !== undefined && !isMetadata(metadata)) return { refusal: refused('invalid_metadata_format') };
  const problems = blocks.length > 0 ? problemsInMessage(blocks) : [];
  if (problems.length > 0) return { refusal: refusedFor('invalid_blocks', problems) };
  if (blockTextIn(blocks) > mostBlockText) return { refusal: refused('msg_blocks_too_long') };
  return { value: { text, ...shown(blocks), ...(metadata && { metadata }) } };
}

/** Takes blocks without problems; gives the part of a message that holds them, with the ids Slack adds. */
export function shown(blocks: unknown): Pick<SlackMessage, 'blocks'> {
  const all = objectsIn(blocks);
  return all.length > 0 ? { blocks: withIds(all) } : {};
}

function isMetadata(value: unknown): value is JsonObject {
  return isObject(value) && typeof value.event_type === 'string' && isObject(value.event_payload);
}
