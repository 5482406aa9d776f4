import { isForTheApp, typeCommand } from './acts/type-command.ts';
import { cast } from './cast.ts';
import { endEarly } from './end-early.ts';
import type { Session } from './orders/order.ts';
import { takeLines } from './prompt.ts';
import { draw } from './screen.ts';
import { setStage } from './stage.ts';
import { giveTour } from './tour/index.ts';

/** The call of the vendor's documentation. */
const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

const introduction =
  'callsummary, as people see it. The app is the real one, in a process of its own; Slack and the PBX are simulated on\n' +
  'this machine, and nothing leaves it.\n';

/** A way through the demo. */
type Way = (session: Session) => Promise<void>;

/** The ways that are not a command, by what one types for them. */
const ways: ReadonlyMap<string, Way> = new Map([
  ['', showAndTakeLines],
  ['tour', giveTour],
  ['-', takeLines],
]);

const asked = process.argv.slice(2).join(' ').trim();
const way = wayFor(asked);
if (way === null) {
  console.error(`Try: npm run demo -- "${documentedCall}"\nor:  npm run demo -- tour`);
  process.exit(1);
}

endEarly();
await using stage = await setStage();
const [role] = cast;
await way({ stage, role, colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined });

function wayFor(words: string): Way | null {
  return ways.get(words) ?? (isForTheApp(words) ? (session) => showCommand(session, words) : null);
}

async function showAndTakeLines(session: Session): Promise<void> {
  console.log(introduction);
  await showCommand(session, documentedCall);
  if (process.stdin.isTTY === true) await takeLines(session);
}

async function showCommand(session: Session, line: string): Promise<void> {
  console.log(`In #support, ${session.role.person.realName} types\n\n  ${line}\n`);
  const outcome = await typeCommand(session, line);
  console.log(draw(session, session.colour));
  process.exitCode = outcome === 'ok' ? 0 : 1;
}
