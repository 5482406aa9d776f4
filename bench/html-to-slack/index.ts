import type { Part, PartResult } from '../report/figure.ts';
import { measureAdversarial } from './adversarial.ts';
import { earlierTable } from './earlier.ts';
import { measureFidelity } from './fidelity/measure.ts';
import { goalsOf } from './goals.ts';
import { measureGrowth } from './growth.ts';
import { plotHostileGrowth } from './hostile-growth.ts';
import { documentedExample, longSummary, twentyBullets } from './inputs.ts';
import { measureMemory } from './memory.ts';
import { steepestFamily } from './own-growth.ts';
import type { Pace } from './rounds.ts';
import { measureSpeed } from './speed.ts';

const command = 'npm run bench -- html-to-slack';

/** Our conversion of a summary, beside the packages one would take for it. */
export const part: Part = {
  name: 'html-to-slack',
  says: 'The HTML of a summary to a Slack message: speed, growth, memory, and what arrives.',
  run: ({ quick }) =>
    quick ? measured({ rounds: 3, sliceMs: 30 }, true) : measured({ rounds: 15, sliceMs: 80 }, false),
};

async function measured(pace: Pace, quick: boolean): Promise<PartResult> {
  const example = await measureSpeed(documentedExample, pace);
  const twenty = await measureSpeed(twentyBullets, pace);
  const long = await measureSpeed(longSummary(64), pace);
  const growth = await measureGrowth({ rounds: quick ? 1 : 3, sliceMs: 20 });
  const adversarial = await measureAdversarial({ quick });
  const steepest = await (quick ? steepestFamily(2, 10) : steepestFamily(4, 40));
  const memory = await measureMemory([documentedExample, longSummary(64)], quick ? 100 : 500);
  const speed = [example.table, twenty.table, long.table, growth.table];
  const earlier = earlierTable(
    example,
    adversarial.tables.flatMap(({ figures }) => figures),
  );
  const tables = [...speed, ...adversarial.tables, memory, await measureFidelity(), earlier];
  return {
    part: part.name,
    goals: goalsOf(example, growth, steepest, adversarial),
    tables: tables.map((table) => ({ ...table, command })),
    plots: quick ? [growth.plot] : [growth.plot, await plotHostileGrowth()],
  };
}
