import type { IncomingMessage } from 'node:http';
import { type Answer, asJson, asText } from './answer.ts';
import { changeOrders } from './control-changes.ts';
import { menuOrders } from './control-menus.ts';
import {
  channelOf,
  messageOf,
  needed,
  type Order,
  type Orders,
  personOf,
  placeOf,
  readOrders,
  report,
} from './control-orders.ts';
import { screenOf } from './control-screen.ts';
import type { Delivery } from './deliveries.ts';
import type { SlackSimulator } from './simulator.ts';

const orders: Readonly<Record<string, Order>> = {
  ...changeOrders,
  ...menuOrders,
  command: async (slack, order) =>
    report(await slack.types(personOf(slack, order), channelOf(slack, order), order.text ?? '')),
  shortcut: async (slack, order) => report(await chooseShortcut(slack, order)),
  submit: async (slack, order) => report(await slack.submits(personOf(slack, order), order.values ?? {})),
  close: async (slack, order) => report(await slack.closes(personOf(slack, order))),
  click: async (slack, order) => report(await click(slack, order)),
  say: async (slack, order) => slack.says(personOf(slack, order), channelOf(slack, order), order.text ?? ''),
  invite: async (slack, order) => slack.invitesApp(channelOf(slack, order)),
  script: async (slack, { target, fault, times }) => {
    if (!target || !fault) throw new Error('“target” and “fault” are needed.');
    slack.script(target, fault, times);
  },
};

/** Takes a request to `/_control/…`; gives what goes back, undefined for any other address. What cannot be done answers 422 with the reason. */
export async function answerControl(
  slack: SlackSimulator,
  { url = '/', method }: IncomingMessage,
  body: string,
): Promise<Answer | undefined> {
  const { pathname, searchParams } = new URL(url, 'http://simulator');
  const [, name] = /^\/_control\/(\w+)$/.exec(pathname) ?? [];
  if (name === undefined) return undefined;
  try {
    if (name === 'screen' && method === 'GET') return screenOf(slack, searchParams);
    const order = orders[name];
    if (!order || method !== 'POST') return asText('No such control.', 404);
    return asJson((await order(slack, readOrders(body))) ?? { ok: true });
  } catch (error) {
    return asJson({ error: error instanceof Error ? error.message : String(error) }, {}, 422);
  }
}

function chooseShortcut(slack: SlackSimulator, order: Orders): Promise<Delivery> {
  const [person, callbackId] = [personOf(slack, order), needed(order, 'callback_id')];
  if (order.message === undefined) {
    const twist = order.channel === undefined ? {} : { lookingAt: channelOf(slack, order) };
    return slack.choosesGlobalShortcut(person, callbackId, twist);
  }
  return slack.choosesMessageShortcut(person, messageOf(slack, order), callbackId);
}

function click(slack: SlackSimulator, order: Orders): Promise<Delivery> {
  const actionId = needed(order, 'action_id');
  const twist = order.value === undefined ? {} : { value: order.value };
  return slack.clicks(personOf(slack, order), placeOf(slack, order), actionId, twist);
}
