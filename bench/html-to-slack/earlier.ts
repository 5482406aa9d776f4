import type { Figure, Table } from '../report/figure.ts';
import type { Speed } from './speed.ts';
import { own, reference } from './subjects.ts';

/**
 * What was seen on 22 November 2026, before a profile of these inputs. It led to three changes: words go to turndown as a
 * tree instead of as HTML to parse, texts that are clean already are recognised at a glance, and a length after escaping
 * is counted without taking the text apart. Ratios to the reference of that run, and milliseconds of work for 64 kB.
 */
const before = {
  times: { [own.whole]: 0.519, [own.tree]: 2.66 },
  families: {
    'bare brackets': 25.4,
    'line breaks': 25,
    'many headings': 23.5,
    'many links': 22.7,
    'tiny entries': 20.2,
  },
} as const;

/** The figures that a profile improved, before and in this run. */
export function earlierTable(example: Speed, families: readonly Figure[]): Omit<Table, 'command'> {
  const times = Object.entries(before.times).flatMap(([name, value]) =>
    pair(`${name}: as fast as ${reference}, ${example.input.name}`, value, example.times.get(name), 'times'),
  );
  const slow = Object.entries(before.families).flatMap(([name, value]) => {
    const now = families.find(({ what, who }) => what === name && who === own.whole)?.value;
    return pair(`${own.whole}: 64 kB of ${name}`, value, now, 'ms');
  });
  return {
    title: 'Before and after a profile',
    note: 'Words now go to turndown as a tree, not as HTML to parse; clean texts are recognised at a glance.',
    figures: [...times, ...slow],
  };
}

function pair(what: string, before: number, now: number | string | undefined, unit: string): Figure[] {
  return [
    { what, who: 'before', value: before, unit },
    { what, who: 'in this run', value: now ?? '', unit },
  ];
}
