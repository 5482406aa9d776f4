import { channelOf, needed, type Order, type Orders, personOf, placeOf, report } from './control-orders.ts';
import type { Delivery } from './deliveries.ts';
import type { SlackSimulator } from './simulator.ts';

type Choosing = 'chooses' | 'ticks' | 'unticks';

/** What a person at a terminal can do with menus and boxes. Fields go by their action_id or block_id; a value `#support` means that channel. */
export const menuOrders: Readonly<Record<string, Order>> = {
  type_into: async (slack, order) => suggest(slack, order),
  choose: async (slack, order) => report(await act(slack, 'chooses', order)),
  tick: async (slack, order) => report(await act(slack, 'ticks', order)),
  untick: async (slack, order) => report(await act(slack, 'unticks', order)),
  decline: async (slack, order) =>
    slack.declines(personOf(slack, order), placeOf(slack, order), needed(order, 'action_id')),
};

async function suggest(slack: SlackSimulator, order: Orders): Promise<unknown> {
  const [person, field] = [personOf(slack, order), needed(order, 'action_id')];
  const suggested = await slack.typesInto(person, placeOf(slack, order), field, order.text ?? '');
  const { delivery, ...seen } = suggested;
  return { ...seen, asked: delivery !== undefined };
}

function act(slack: SlackSimulator, how: Choosing, order: Orders): Promise<Delivery | undefined> {
  const value = needed(order, 'value');
  const chosen = value.startsWith('#') ? channelOf(slack, { channel: value }).id : value;
  return slack[how](personOf(slack, order), placeOf(slack, order), needed(order, 'action_id'), chosen);
}
