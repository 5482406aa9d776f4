import type { FindCallFields } from '../blocks/modals/find-call-modal.ts';
import { suggestReference } from '../services/call-reference/suggest.ts';

/** A Slack message as its shortcut delivers it. Whatever it says was written by anybody: it only fills in a form. */
interface ReceivedMessage {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

const mostText = 20_000;
const mostNodes = 2_000;

/** The form's fields as far as a message suggests them. */
export function suggestedFields({ text, blocks, attachments }: ReceivedMessage): FindCallFields {
  const everything = stringsIn([text, blocks, attachments]).join('\n').slice(0, mostText);
  const { cdrId, extensionNumber } = suggestReference(everything);
  return { cdrId: cdrId ?? '', extensionNumber: extensionNumber ?? '' };
}

/** The texts in a message's parts, in order: values of `text`, `title`, `fallback` and `url`. */
function stringsIn(parts: readonly unknown[]): readonly string[] {
  const found: string[] = [];
  const open: unknown[] = [...parts].reverse();
  for (let visited = 0; open.length > 0 && visited < mostNodes; visited += 1) {
    const node = open.pop();
    if (typeof node === 'string') found.push(node);
    else if (Array.isArray(node)) open.push(...node.slice(0, mostNodes).reverse());
    else if (typeof node === 'object' && node !== null) open.push(...childrenOf(node).reverse());
  }
  return found;
}

const textKeys = new Set(['text', 'title', 'pretext', 'fallback', 'value', 'url', 'elements', 'fields', 'blocks']);
const childrenOf = (node: object): unknown[] =>
  Object.entries(node)
    .filter(([key]) => textKeys.has(key))
    .map(([, value]) => value);
