import type { Message } from '../message.ts';

/** A text that Slack looks for mentions, links and formatting in, or one that it shows as it is. */
export interface SlackString {
  readonly text: string;
  readonly isMrkdwn: boolean;
}

/** Every string of what people see of a message: its blocks, or its text where it has none. */
export function shownStrings({ text, blocks }: Message): SlackString[] {
  return blocks.length === 0 ? [{ text, isMrkdwn: true }] : objectsIn(blocks).flatMap(ownString);
}

/** Every string that Slack reads of a message; the text goes into notifications also where there are blocks. */
export function allStrings({ text, blocks }: Message): SlackString[] {
  return [{ text, isMrkdwn: true }, ...objectsIn(blocks).flatMap(ownString)];
}

/** Every object in a value, in reading order. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  return [own, ...Object.values(own).flatMap(objectsIn)];
}

/** A text in which nothing is escaped any more, as people read it. */
export function readAloud({ text, isMrkdwn }: SlackString): string {
  return isMrkdwn ? text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') : text;
}

function ownString(object: Record<string, unknown>): SlackString[] {
  return typeof object.text === 'string' ? [{ text: object.text, isMrkdwn: object.type === 'mrkdwn' }] : [];
}
