import type { Delivery, SlackSimulator } from '../../../simulators/slack/index.ts';
import { call } from './calling.ts';
import { modal } from './small-blocks.ts';

/** Opens a modal for the agent by way of a slash command, typed in #support unless said otherwise; gives Slack's reply. */
export async function openModal(
  slack: SlackSimulator,
  view: object = modal(),
  channel: { readonly id: string } = slack.channels.support,
) {
  const { payload } = await slack.types(slack.people.agent, channel, '/callsummary');
  return call(slack, 'views.open', { trigger_id: payload.trigger_id, view });
}

/** Posts a message with one block in a channel, #support unless said otherwise; gives it. */
export async function postBlock(
  slack: SlackSimulator,
  block: object,
  channel: { readonly id: string } = slack.channels.support,
) {
  const { ts, error } = await call(slack, 'chat.postMessage', { channel: channel.id, text: 'x', blocks: [block] });
  const message = slack.messagesIn(channel).find((each) => each.ts === ts);
  if (message) return message;
  throw new Error(`The message was refused: ${String(error)}`);
}

/** Gives what was done, as the app was told it. Throws when it was not told anything. */
export function actionIn(delivery: Delivery | undefined): Readonly<Record<string, unknown>> {
  const [action] = (delivery?.payload.actions ?? []) as readonly Readonly<Record<string, unknown>>[];
  if (action) return action;
  throw new Error('The app was not told.');
}
