import { actingOrders } from './acting.ts';
import { beingOrders } from './being.ts';
import { external } from './external.ts';
import { lookingUpOrders } from './looking-up.ts';
import type { Order, Session } from './order.ts';

const help: Order = {
  name: 'help',
  usage: 'help',
  does: 'this list; Ctrl+D leaves',
  run: () => orders.map(({ usage, does }) => `${usage.padEnd(21)}${does}`).join('\n'),
};

/** Everything one can type. */
const orders: readonly Order[] = [...actingOrders, ...beingOrders, ...lookingUpOrders, external, help];

/** Does what a line says, and gives what is printed; null for a line that says nothing of the kind. */
export async function follow(session: Session, line: string): Promise<string | null> {
  const [, name = '', words = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const order = orders.find((known) => known.name === name);
  return order === undefined ? null : await order.run(session, words);
}
