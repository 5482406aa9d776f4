import type { Message } from '../message.ts';
import { allStrings, objectsIn } from './slack-strings.ts';

// docs.slack.dev/messaging/formatting-message-text: what Slack makes of angle brackets in mrkdwn.
const mention = /<(?:![a-z]|!subteam\^|@[UW]|#C)[^>]*>/;
const link = /<((?:https?|mailto):[^|>]*)\|([^>]*)>/g;
const liveElements = ['user', 'usergroup', 'channel', 'broadcast'];

/** Whether a message mentions somebody: by mrkdwn, or by an element of a rich text. */
export function mentionsSomebody(message: Message): boolean {
  const inText = allStrings(message).some(({ text, isMrkdwn }) => isMrkdwn && mention.test(text));
  return inText || objectsIn(message.blocks).some(({ type }) => liveElements.includes(String(type)));
}

/** Whether a message has a link that leads elsewhere than its words say. */
export function hasFalseLink(message: Message): boolean {
  const inText = allStrings(message)
    .filter(({ isMrkdwn }) => isMrkdwn)
    .flatMap(({ text }) => [...text.matchAll(link)])
    .some(([, target, words]) => target !== words);
  const isFalse = ({ type, url, text }: Record<string, unknown>) =>
    type === 'link' && text !== undefined && text !== url;
  return inText || objectsIn(message.blocks).some(isFalse);
}

/** Whether something stands anywhere in a message, the targets of links included. */
export function holds(message: Message, words: string): boolean {
  return message.text.includes(words) || JSON.stringify(message.blocks).includes(words);
}
