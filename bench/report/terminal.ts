import type { Table } from './figure.ts';
import { gridOf } from './grid.ts';
import type { Run } from './results.ts';

/** A run as text for a terminal: its tables, then its goals. */
export function terminalReport({ tables, goals }: Run): string {
  const reached = goals.map(({ says, seen, reached }) => `${reached ? 'reached' : 'MISSED '}  ${says}: ${seen}`);
  return [...tables.map(tableText), reached.join('\n')].join('\n\n');
}

function tableText({ title, note, figures }: Table): string {
  const { columns, rows } = gridOf(figures);
  const lines = [['', ...columns], ...rows.map(({ name, cells }) => [name, ...cells])];
  const widths = ['', ...columns].map((_column, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const text = lines.map((line) => line.map((cell, index) => padded(cell, widths[index] ?? 0, index)).join('  '));
  return [title, ...(note === undefined ? [] : [note]), ...text].join('\n');
}

const padded = (cell: string, width: number, index: number) =>
  index === 0 ? cell.padEnd(width) : cell.padStart(width);
