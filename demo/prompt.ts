import { createInterface } from 'node:readline/promises';
import { follow } from './orders/index.ts';
import type { Session } from './orders/order.ts';

const hint = 'Type a command as in Slack, "help" for what else there is, "calls" for calls, or Ctrl+D to leave.';

/** Takes lines from a person at a terminal, or from standard input, until there are no more. */
export async function takeLines(session: Session): Promise<void> {
  const isTyped = process.stdin.isTTY === true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: isTyped });
  // It may end while the last lines are still being done.
  let isOpen = true;
  terminal.once('close', () => {
    isOpen = false;
  });
  console.log(`\n${hint}`);
  ask();
  for await (const typed of terminal) {
    const line = typed.trim();
    // What comes from elsewhere is not seen as it is typed.
    if (!isTyped) console.log(line);
    if (line !== '') console.log(await answerTo(session, line));
    ask();
  }
  console.log();

  function ask() {
    terminal.setPrompt(`\n${session.role.person.realName} › `);
    if (isOpen) terminal.prompt();
    else process.stdout.write(terminal.getPrompt());
  }
}

async function answerTo(session: Session, line: string): Promise<string> {
  try {
    return (await follow(session, line)) ?? hint;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
