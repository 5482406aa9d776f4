import type { Figure, Table } from '../report/figure.ts';
import { boundedSubject } from './bounded.ts';
import type { Input } from './inputs.ts';
import { inLanes } from './lanes.ts';
import { senders } from './subjects.ts';

const kilobyte = 1_024;
const megabyte = 1_024 * kilobyte;

/** Measures what a conversion writes to the heap, and by how much a process grows that does nothing else. */
export async function measureMemory(inputs: readonly Input[], forMs: number): Promise<Omit<Table, 'command'>> {
  const measured = await inLanes(1, senders, (name) => figuresOf(name, inputs, forMs));
  const note =
    'Everybody in a process of their own. Growth is that of the process beyond what it had when loaded, at its peak.';
  return { title: 'Memory', note, figures: [...measured.values()].flat() };
}

async function figuresOf(who: string, inputs: readonly Input[], forMs: number): Promise<Figure[]> {
  using bounded = boundedSubject(who);
  const figures: Figure[] = [];
  for (const { name, html } of inputs) {
    const attempt = await bounded.attempt({ html, forMs });
    if (attempt.kind !== 'done') continue;
    figures.push({
      what: `allocated, ${name}`,
      who,
      value: attempt.allocatedBytes / kilobyte,
      unit: 'kB a conversion',
    });
    figures.push({ what: `growth until after ${name}`, who, value: attempt.addedBytes / megabyte, unit: 'MB' });
  }
  return figures;
}
