import { rmSync } from 'node:fs';
import { asStarted } from '../load/as-started.ts';
import { typeInTurn } from '../load/closed-loop.ts';
import { type LeanSlack, openLeanSlack } from '../load/lean-slack.ts';
import { type BenchPerson, personNumbered } from '../load/people.ts';
import { openFolder, type Running, startBetween } from '../load/running.ts';
import { cdrIdNumbered } from '../load/slack-command.ts';
import { createTyping, type Types } from '../load/typing.ts';
import { type CountedPbx, openCountedPbx, type PbxWork } from './counted-pbx.ts';
import { fetchNaively, type Manners } from './naive-script.ts';

/** What the PBX had to do for some commands, and how many of them brought a summary. */
export interface Economy extends PbxWork {
  readonly what: string;
  readonly who: string;
  readonly commands: number;
  readonly answered: number;
}

/** What a named person, or everybody in turn, costs the PBX: right after the first start, warm, and after a restart. */
export async function economyOfApp(what: string, commands: number, person?: BenchPerson): Promise<readonly Economy[]> {
  const folder = openFolder();
  await using pbx = await openCountedPbx(commands * 3, person);
  const slack = await openLeanSlack();
  const types = createTyping(slack);
  const measure = async (when: string, running: Running) =>
    await economyOf(pbx, { what: `${what}, ${when}`, who: 'callsummary', commands }, () =>
      ask(types, running, commands, person),
    );
  try {
    const first = await started(slack, pbx, folder, async (running) => [
      await measure('cold', running),
      await measure('warm', running),
    ]);
    const again = await started(slack, pbx, folder, (running) => measure('after a restart', running));
    return [...first, again];
  } finally {
    await slack.close();
    rmSync(folder, { recursive: true });
  }
}

async function started<T>(
  slack: LeanSlack,
  pbx: CountedPbx,
  folder: string,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  await using running = await startBetween({ slack, pbx }, 'http', { ...asStarted, folder });
  return await work(running);
}

async function ask(
  types: Types,
  { line }: Running,
  commands: number,
  person: BenchPerson | undefined,
): Promise<number> {
  const who = person === undefined ? {} : { person };
  await typeInTurn(types, line, { commands, atOnce: person === undefined ? 16 : 4, until: 'answered', ...who });
  return commands;
}

/** A thousand people who all type in the same moment, right after the first start. */
export async function economyOfRush(commands: number): Promise<Economy> {
  await using pbx = await openCountedPbx(commands);
  const slack = await openLeanSlack();
  const types = createTyping(slack);
  await using running = await startBetween({ slack, pbx }, 'http', asStarted);
  const named = { what: `everybody in the same moment, cold`, who: 'callsummary', commands };
  const economy = await economyOf(pbx, named, async () => {
    const kinds = await Promise.all(Array.from({ length: commands }, () => types(running.line).answered));
    return kinds.filter((kind) => kind === 'summary').length;
  });
  await slack.close();
  return economy;
}

/** The same commands as a plain script asks them, one after the other. */
export async function economyOfScript(commands: number, manners: Manners): Promise<Economy> {
  await using pbx = await openCountedPbx(commands);
  return await economyOf(pbx, { what: 'own extension each', who: `a plain script, ${manners}`, commands }, async () => {
    let answered = 0;
    for (let count = 1; count <= commands; count += 1)
      if (await fetchNaively(pbx, cdrIdNumbered(count), personNumbered(count), manners)) answered += 1;
    return answered;
  });
}

async function economyOf(
  pbx: CountedPbx,
  named: Pick<Economy, 'what' | 'who' | 'commands'>,
  work: () => Promise<number>,
): Promise<Economy> {
  const before = pbx.work();
  const answered = await work();
  const after = pbx.work();
  return {
    ...named,
    answered,
    requests: after.requests - before.requests,
    connections: after.connections - before.connections,
    logins: after.logins - before.logins,
  };
}
