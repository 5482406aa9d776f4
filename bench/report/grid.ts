import type { Figure } from './figure.ts';

/** Figures side by side: a row for each thing measured, a column for each who did it. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** Lays figures out in the order in which they first appear; a place without a figure is empty. */
export function gridOf(figures: readonly Figure[]): Grid {
  const columns = [...new Set(figures.map(({ who }) => who))];
  const names = [...new Set(figures.map(({ what }) => what))];
  const rows = names.map((name) => {
    const own = figures.filter(({ what }) => what === name);
    const cells = columns.map((column) => cellOf(own.find(({ who }) => who === column)));
    return { name: `${name}${unitOf(own)}`, cells };
  });
  return { columns, rows };
}

/** A number as people read it: three digits that count, thousands apart. */
export function readable(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

function cellOf(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  return typeof figure.value === 'string' ? figure.value : readable(figure.value);
}

function unitOf(figures: readonly Figure[]): string {
  const units = [...new Set(figures.map(({ unit }) => unit))].filter((unit) => unit !== '');
  return units.length === 0 ? '' : `, ${units.join(' or ')}`;
}
