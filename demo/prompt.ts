import { createInterface } from 'node:readline/promises';
import { sampleCalls } from '../simulators/pbx/index.ts';
import { isForTheApp, play } from './play.ts';
import type { Stage } from './stage.ts';

const hint = 'Type a command as in Slack, "calls" for the calls you can ask for, or Ctrl+D to leave.';

/** Takes commands from a person at a terminal until they leave. */
export async function takeCommands(stage: Stage, colour: boolean): Promise<void> {
  console.log(`\n${hint}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n› ' });
  terminal.prompt();
  for await (const typed of terminal) {
    const line = typed.trim();
    if (line === 'calls') console.log(listOfCalls());
    else if (isForTheApp(line)) console.log((await play(stage, line, colour)).picture);
    else if (line !== '') console.log(hint);
    terminal.prompt();
  }
}

const listOfCalls = () =>
  sampleCalls
    .map(({ cdrId, extensionNumber, shows }) => `/callsummary ${cdrId} ${extensionNumber}\n    ${shows}`)
    .join('\n');
