import { isForTheApp, play } from './play.ts';
import { takeCommands } from './prompt.ts';
import { setStage } from './stage.ts';

/** The call of the vendor's documentation. */
const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

const asked = process.argv.slice(2).join(' ').trim();
const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

if (asked !== '' && !isForTheApp(asked)) {
  console.error(`The app has one command. Try: npm run demo -- "${documentedCall}"`);
  process.exit(1);
}

await using stage = await setStage();
const line = asked === '' ? documentedCall : asked;
if (asked === '') console.log(introduction());
console.log(`In #support, Leo Ball types\n\n  ${line}\n`);
const { picture, succeeded } = await play(stage, line, colour);
console.log(picture);
process.exitCode = succeeded ? 0 : 1;
if (asked === '' && process.stdin.isTTY === true) await takeCommands(stage, colour);

function introduction(): string {
  return [
    'callsummary, as people see it. The app is the real one, in a process of its own; Slack and the PBX are simulated on',
    'this machine, and nothing leaves it.',
    '',
  ].join('\n');
}
