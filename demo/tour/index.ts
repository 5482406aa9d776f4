import { follow } from '../orders/index.ts';
import type { Session } from '../orders/order.ts';
import { excerpt } from './excerpt.ts';
import { lookingUp } from './looking-up.ts';
import { picking } from './picking.ts';
import { reading } from './reading.ts';
import type { Event, Scene } from './scene.ts';
import { sharing, takingBack } from './sharing.ts';

const scenes: readonly Scene[] = [...reading, ...picking, ...sharing, ...takingBack, ...lookingUp];
const usualRows = { top: 24, bottom: 4 } as const;

/** Goes through what the app does, without questions. Everything it types can be typed in the demo, too. */
export async function giveTour(session: Session): Promise<void> {
  for (const scene of scenes) console.log(`${await played(session, scene)}\n`);
}

async function played(session: Session, { caption, steps, rows = usualRows }: Scene): Promise<string> {
  const drawn = steps.findLastIndex((step) => typeof step === 'string');
  const done: Done[] = [];
  for (const step of steps) done.push(await take(session, step));
  const said = (some: readonly Done[]) => (some.length === 0 ? [] : [some.map((one) => `  ${one.said}`).join('\n')]);
  const picture = excerpt(done[drawn]?.shown ?? '', rows);
  return [caption, ...said(done.slice(0, drawn + 1)), picture, ...said(done.slice(drawn + 1))].join('\n\n');
}

/** What stands above the picture of a step, and the picture. */
interface Done {
  readonly said: string;
  readonly shown: string;
}

async function take(session: Session, step: string | Event): Promise<Done> {
  if (typeof step !== 'string') return { said: `(${await step(session.stage)})`, shown: '' };
  const said = `${session.role.person.realName} › ${step}`;
  const shown = await follow(session, step);
  if (shown === null) throw new Error(`The tour types “${step}”, which is no order.`);
  return { said, shown };
}
