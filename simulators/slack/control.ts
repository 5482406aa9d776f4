import type { IncomingMessage } from 'node:http';
import { type Answer, asJson, asText } from './answer.ts';
import { channelOf, messageOf, type Orders, personOf, readOrders } from './control-orders.ts';
import { screenOf } from './control-screen.ts';
import type { Delivery } from './deliveries.ts';
import type { SlackSimulator } from './simulator.ts';

/** Something a person at a terminal can ask for: `POST /_control/NAME` with a JSON body. */
type Order = (slack: SlackSimulator, orders: Orders) => Promise<unknown>;

const orders: Readonly<Record<string, Order>> = {
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
  const person = personOf(slack, order);
  if (!order.callback_id) throw new Error('“callback_id” is needed.');
  if (order.message === undefined) return slack.choosesGlobalShortcut(person, order.callback_id);
  return slack.choosesMessageShortcut(person, messageOf(slack, order), order.callback_id);
}

function click(slack: SlackSimulator, order: Orders): Promise<Delivery> {
  const where = order.message === undefined ? 'view' : messageOf(slack, order);
  if (!order.action_id) throw new Error('“action_id” is needed.');
  return slack.clicks(
    personOf(slack, order),
    where,
    order.action_id,
    order.value === undefined ? {} : { value: order.value },
  );
}

function report(delivery: Delivery | undefined): unknown {
  if (!delivery) return { ok: true };
  const { status, body, ms, ackedWithin3s, error } = delivery;
  return { status, body, ms, ackedWithin3s, error };
}
