import { typeCommand } from './acts/type-command.ts';
import { cast } from './cast.ts';
import { endEarly } from './end-early.ts';
import type { Session } from './orders/order.ts';
import { pageIfItCanBe, showPage } from './page-way.ts';
import { takeLines } from './prompt.ts';
import { draw } from './screen.ts';
import { setStage } from './stage.ts';
import { giveTour } from './tour/index.ts';
import { readWish, type Wish } from './wish.ts';

/** The call of the vendor's documentation. */
const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

const introduction =
  'callsummary, as people see it. The app is the real one, in a process of its own; Slack and the PBX are simulated on\n' +
  'this machine, and nothing leaves it.\n';

const wish = readWish(process.argv.slice(2).join(' ').trim());
if (wish === null) {
  console.error(`Try: npm run demo -- "${documentedCall}"\nor:  npm run demo -- tour\nor:  npm run demo -- page`);
  process.exit(1);
}

const untilStopped = endEarly();
await using stage = await setStage();
const [role] = cast;
await grant(wish, { stage, role, colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined });

async function grant(granted: Wish, session: Session): Promise<void> {
  switch (granted.kind) {
    case 'show':
      return process.stdin.isTTY === true ? await showAndTakeLines(session, granted.port) : await showOnce(session);
    case 'page':
      return await showPage(session.stage, granted.port, untilStopped);
    case 'command':
      return await showCommand(session, granted.line);
    case 'tour':
      return await giveTour(session);
    case 'lines':
      return await takeLines(session);
  }
}

async function showAndTakeLines(session: Session, port: number): Promise<void> {
  console.log(introduction);
  await using page = await pageIfItCanBe(session.stage, port);
  await showCommand(session, documentedCall);
  if (page !== null) console.log(`\nThe same in a browser, until you leave here: ${page.address}`);
  await takeLines(session);
}

async function showOnce(session: Session): Promise<void> {
  console.log(introduction);
  await showCommand(session, documentedCall);
  console.log('\nThe same in a browser: npm run demo -- page');
}

async function showCommand(session: Session, line: string): Promise<void> {
  console.log(`In #support, ${session.role.person.realName} types\n\n  ${line}\n`);
  const outcome = await typeCommand(session, line);
  console.log(draw(session, session.colour));
  process.exitCode = outcome === 'ok' ? 0 : 1;
}
