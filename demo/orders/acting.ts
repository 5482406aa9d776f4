import type { Actor } from '../actor.ts';
import { choices, choose } from '../acts/choose.ts';
import { click } from '../acts/click.ts';
import { tick } from '../acts/tick.ts';
import { typeCommand } from '../acts/type-command.ts';
import { close, submit } from '../acts/window.ts';
import { draw } from '../screen.ts';
import type { Order } from './order.ts';

type Act = (actor: Actor, words: string) => Promise<string>;

/** An order after which the person's screen is drawn. */
const acting = (act: Act, said: Omit<Order, 'run'>): Order => ({
  ...said,
  async run(session, words) {
    await act(session, words);
    return draw(session, session.colour);
  },
});

const mostEntries = 12;

async function entriesInWords(actor: Actor): Promise<string> {
  const entries = await choices(actor);
  const more = entries.length > mostEntries ? [`and ${entries.length - mostEntries} more`] : [];
  return ['In the menu:', ...[...entries.slice(0, mostEntries), ...more].map((entry) => `  ${entry}`)].join('\n');
}

const choosing = acting(choose, {
  name: 'choose',
  usage: 'choose #escalations',
  does: 'chooses in the menu, by part of an entry; alone it lists what is in it',
});

/** What people do in Slack. */
export const actingOrders: readonly Order[] = [
  acting((actor, words) => typeCommand(actor, `/callsummary ${words}`.trimEnd()), {
    name: '/callsummary',
    usage: '/callsummary …',
    does: 'types the command in #support; alone it offers recent calls',
  }),
  acting(click, {
    name: 'click',
    usage: 'click Share…',
    does: 'clicks a button of what is on the screen; "click Show 2" the second of that name',
  }),
  { ...choosing, run: (session, words) => (words === '' ? entriesInWords(session) : choosing.run(session, words)) },
  acting(tick, { name: 'tick', usage: 'tick mask', does: 'ticks the box in whose words this is, or unticks it' }),
  acting(submit, { name: 'submit', usage: 'submit', does: 'presses the button of the window' }),
  acting(close, { name: 'close', usage: 'close', does: 'closes the window' }),
];
