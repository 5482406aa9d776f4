import type { Goal, Plot, Table } from './figure.ts';
import { gridOf } from './grid.ts';
import type { Run } from './results.ts';

/** The report of all kept runs, as Markdown. */
export function resultsMarkdown(runs: readonly Run[]): string {
  const heading = [
    '# Results',
    '',
    'Written by `npm run bench`, which measures everything below again; `npm run bench -- <part>` measures one part.',
    'All who are compared take turns within one run, so that whatever else the machine does meets each of them: trust',
    'the ratios more than the absolute figures.',
  ];
  return `${[...heading, ...runs.flatMap(runLines)].join('\n')}\n`;
}

function runLines({ part, says, date, machine, packages, goals, tables, plots }: Run): string[] {
  const { processor, cores, memoryGb, system, node } = machine;
  return [
    '',
    `## ${part}`,
    '',
    says,
    '',
    `${date} · Node ${node} · ${processor}, ${cores} cores, ${memoryGb} GB · ${system}`,
    '',
    ...goalLines(goals),
    ...tables.flatMap(tableLines),
    ...plots.flatMap(plotLines),
    '',
    `Packages: ${Object.entries(packages)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ];
}

function goalLines(goals: readonly Goal[]): string[] {
  if (goals.length === 0) return [];
  const rows = goals.map(({ says, seen, reached }) => rowLine([says, seen, reached ? 'reached' : '**missed**']));
  return ['| Goal | Seen | |', '|---|---|---|', ...rows];
}

function tableLines({ title, note, command, figures }: Table): string[] {
  const { columns, rows } = gridOf(figures);
  return [
    '',
    `### ${title}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    rowLine(['', ...columns]),
    `|---|${columns.map(() => '---:|').join('')}`,
    ...rows.map(({ name, cells }) => rowLine([name, ...cells])),
    '',
    `\`${command}\``,
  ];
}

function plotLines({ name, title }: Plot): string[] {
  return ['', `![${title.replaceAll('<', '&lt;')}](plots/${name}.svg)`];
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
