import type { ActionsBlock, ContextBlock, KnownBlock } from '@slack/types';

/** What Slack would refuse, or what could reach further than words, in a message or modal; written from Slack's pages. */
export function problemsOf(
  blocks: readonly KnownBlock[],
  { surface, sharedBy }: { surface: 'message' | 'modal'; sharedBy?: string },
): string[] {
  const json = JSON.stringify(blocks);
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  return [
    ...(blocks.length <= (surface === 'message' ? 50 : 100) ? [] : [`${blocks.length} blocks`]),
    ...(surface === 'modal' || json.length <= 11_000 ? [] : [`${json.length} characters of JSON`]),
    ...(Buffer.byteLength(json) <= 250_000 ? [] : [`${Buffer.byteLength(json)} bytes of JSON`]),
    ...(textsIn(blocks).join('').length <= 10_000 ? [] : ['too many characters of text']),
    ...(surface === 'modal' || textsIn(blocks).join('').length <= 9_000 ? [] : ['too many characters of text']),
    ...(new Set(ids).size === ids.length ? [] : ['a block id twice']),
    ...blocks.flatMap((block) => blockProblems(block, sharedBy)),
  ];
}

/** What makes a `text` unfit to be sent, or anything in it alive. */
export function textProblems(text: string, sharedBy?: string): string[] {
  const rest = sharedBy === undefined ? text : text.replace(`Shared by <@${sharedBy}>\n`, '');
  return [
    ...(text.length > 0 && text.length <= 4_000 ? [] : [`${text.length} characters`]),
    ...(/[<>]/.test(rest) ? ['a bracket that is not escaped'] : []),
    ...(/&(?!amp;|lt;|gt;)/.test(rest) ? ['an ampersand that is not escaped'] : []),
    ...(/<!|<@|<#|<http|<mailto|https?:\/\//i.test(rest) ? ['a mention or link'] : []),
    ...(text.isWellFormed() ? [] : ['half a character']),
  ];
}

/** All words that blocks show, element by element. */
export function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

function blockProblems(block: KnownBlock, sharedBy: string | undefined): string[] {
  if (block.type === 'header')
    return [...plainProblems(block.text), ...(block.text.text.length <= 150 ? [] : ['a header'])];
  if (block.type === 'context') return block.elements.flatMap(contextProblems);
  if (block.type === 'actions') return block.elements.flatMap(actionProblems);
  if (block.type !== 'rich_text') return [`a block of type ${block.type}`];
  return [
    ...(block.elements.length > 0 ? [] : ['an empty block']),
    ...block.elements.flatMap((part) => richTextProblems(part, sharedBy)),
  ];
}

function contextProblems(element: ContextBlock['elements'][number]): string[] {
  return element.type === 'plain_text' ? plainProblems(element) : [`a context element of type ${element.type}`];
}

function actionProblems(element: ActionsBlock['elements'][number]): string[] {
  const isFine = element.type === 'button' && element.text.text.length <= 75 && (element.value ?? '').length <= 2_000;
  return isFine ? [] : ['a button'];
}

function plainProblems({ text, type }: { text: string; type: string }): string[] {
  return type === 'plain_text' && text.length > 0 && text.length <= 3_000
    ? []
    : [`a text of type ${type} and length ${text.length}`];
}

type RichTextPart = Extract<KnownBlock, { type: 'rich_text' }>['elements'][number];

function richTextProblems(part: RichTextPart, sharedBy: string | undefined): string[] {
  if (part.type === 'rich_text_list') {
    const indent = part.indent ?? 0;
    const offset = 'offset' in part ? part.offset : 1;
    return [
      ...(Number.isInteger(indent) && indent >= 0 && indent <= 8 ? [] : [`indent ${indent}`]),
      ...(typeof offset === 'number' && Number.isInteger(offset) && offset >= 1 ? [] : [`offset ${String(offset)}`]),
      ...(part.elements.length > 0 ? [] : ['an empty list']),
      ...part.elements.flatMap((section) => richTextProblems(section, sharedBy)),
    ];
  }
  if (part.type !== 'rich_text_section') return [part.type];
  return [
    ...(part.elements.length > 0 ? [] : ['an empty section']),
    ...part.elements.flatMap((element) => {
      if (element.type === 'text')
        return element.text.length > 0 && element.text.isWellFormed() ? [] : ['an empty or broken text'];
      if (element.type === 'date') return Number.isInteger(element.timestamp) ? [] : ['a date without a time'];
      return element.type === 'user' && element.user_id === sharedBy ? [] : [`an element of type ${element.type}`];
    }),
  ];
}
