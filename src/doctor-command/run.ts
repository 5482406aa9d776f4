import { usage, type Wish, wishOf } from './arguments.ts';
import { checks } from './checks/index.ts';
import { examine } from './examine.ts';
import { createPatient, type Whereabouts } from './patient.ts';
import { pinLine } from './pin-line.ts';
import { isWell, jsonOf, linesOf, totalOf } from './report.ts';

/** As sysexits.h names them, but for the first two. */
const exitCodes = { ok: 0, failed: 1, usage: 64 } as const;

/** What the command is given from outside. */
export interface Surroundings extends Omit<Whereabouts, 'extensionNumber'> {
  readonly words: readonly string[];
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Examines the installation that is configured, or prints its pin. Gives the exit code. */
export async function runDoctor(surroundings: Surroundings): Promise<number> {
  const { words, say, complain } = surroundings;
  const wish = wishOf(words);
  switch (wish.kind) {
    case 'help':
      say(usage);
      return exitCodes.ok;
    case 'not_understood':
      complain(`${wish.problem}\n\n${usage}`);
      return exitCodes.usage;
    case 'pin':
      return await pin(surroundings);
    case 'examine':
      return await examineAll(surroundings, wish);
  }
}

async function pin({ env, say, complain }: Surroundings): Promise<number> {
  const outcome = await pinLine(env);
  if ('problem' in outcome) {
    complain(outcome.problem);
    return exitCodes.failed;
  }
  say(outcome.line);
  return exitCodes.ok;
}

async function examineAll(
  surroundings: Surroundings,
  { extensionNumber, isJson }: Extract<Wish, { kind: 'examine' }>,
): Promise<number> {
  const patient = createPatient({ ...surroundings, extensionNumber });
  try {
    const examined = await examine(checks, patient, (one) => {
      if (!isJson) for (const line of linesOf(one)) surroundings.say(line);
    });
    surroundings.say(isJson ? jsonOf(examined) : `\n${totalOf(examined)}`);
    return isWell(examined) ? exitCodes.ok : exitCodes.failed;
  } finally {
    await patient.close();
  }
}
