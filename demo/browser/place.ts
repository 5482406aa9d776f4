import type { SlackMessage } from '../../simulators/slack/index.ts';
import type { Actor } from '../actor.ts';
import type { Where } from './contract.ts';

/** Where Slack says that something stands. @throws where the person sees no such message */
export function placeOf(actor: Actor, where: Where): SlackMessage | 'view' {
  return where === 'window' ? 'view' : messageAt(actor, where);
}

/** The message a person sees there. @throws where they see none */
export function messageAt(
  { stage: { slack }, role: { person } }: Actor,
  { channel, ts }: Exclude<Where, 'window'>,
): SlackMessage {
  const message = slack.seenBy(person, channel).find((one) => one.ts === ts);
  if (message !== undefined) return message;
  throw new Error('That message is no longer there.');
}
