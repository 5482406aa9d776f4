import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '../../bench/report/figure.ts';
import { gridOf, readable } from '../../bench/report/grid.ts';
import { resultsMarkdown } from '../../bench/report/markdown.ts';
import { plotSvg } from '../../bench/report/plot.ts';
import { mergedRuns, type Run } from '../../bench/report/results.ts';

const figures: readonly Figure[] = [
  { what: 'long text', who: 'ours', value: 12_345.6, unit: 'ms' },
  { what: 'long text', who: 'theirs', value: '> 10 s (stopped)', unit: '' },
  { what: 'short text', who: 'theirs', value: 0.012_34, unit: 'ms' },
];

const machine = { processor: 'A processor', cores: 2, memoryGb: 8, system: 'Linux 6', node: 'v26' };
const runOf = (part: string, date: string): Run => ({
  part,
  says: `What ${part} measures.`,
  date,
  machine,
  packages: { turndown: '7.2.5' },
  tables: [{ title: 'Times', command: `npm run bench -- ${part}`, figures }],
  goals: [{ says: 'Be quick | be correct', seen: '3 ms', reached: false }],
  plots: [],
});

test('figures stand in rows and columns, and a missing one leaves its place empty', () => {
  assert.deepEqual(gridOf(figures), {
    columns: ['ours', 'theirs'],
    rows: [
      { name: 'long text, ms', cells: ['12,346', '> 10 s (stopped)'] },
      { name: 'short text, ms', cells: ['', '0.0123'] },
    ],
  });
});

test('numbers keep three digits that count, and all before the point', () => {
  assert.deepEqual([0, 1.2345, 99.96, 1_234_567].map(readable), ['0', '1.23', '100', '1,234,567']);
});

test('a part measured again takes the place of its old run, and the others keep theirs', () => {
  const kept = [runOf('first', '2026-01-01'), runOf('second', '2026-01-01'), runOf('gone', '2026-01-01')];
  const parts = [{ name: 'first' }, { name: 'second' }, { name: 'third' }];
  const merged = mergedRuns(kept, runOf('second', '2026-02-02'), parts);
  assert.deepEqual(
    merged.map(({ part, date }) => [part, date]),
    [
      ['first', '2026-01-01'],
      ['second', '2026-02-02'],
    ],
  );
});

test('the report says date, machine, packages, the command of each table, and which goal was missed', () => {
  const report = resultsMarkdown([runOf('first', '2026-01-01')]);
  for (const words of [
    '2026-01-01 · Node v26 · A processor, 2 cores, 8 GB · Linux 6',
    'turndown 7.2.5',
    '`npm run bench -- first`',
    String.raw`| Be quick \| be correct | 3 ms | **missed** |`,
    '| long text, ms | 12,346 | > 10 s (stopped) |',
  ])
    assert.ok(report.includes(words), words);
});

test('a logarithmic plot leaves out what has no logarithm, and names are text', () => {
  const points = [
    [0, 0],
    [1, 1],
    [10, 100],
  ] as const;
  const svg = plotSvg({ name: 'p', title: 'a < b', x: 'kB', y: 'ms', isLog: true, lines: [{ name: 'R&D', points }] });
  assert.doesNotMatch(svg, /NaN|Infinity/);
  assert.equal(svg.match(/<g class="c0"><path class="line" d="M[\d. ]+L[\d. ]+"/g)?.length, 1);
  assert.ok(svg.includes('R&amp;D') && svg.includes('a &lt; b'));
});

test('a plot of nothing but zeros can be drawn', () => {
  const lines = [
    {
      name: 'still',
      points: [
        [0, 0],
        [0, 0],
      ] as const,
    },
  ];
  assert.doesNotMatch(plotSvg({ name: 'p', title: 't', x: 'x', y: 'y', lines }), /NaN|Infinity/);
});
