import type { AuditRecord } from '../store/audit-entry.ts';

interface Column {
  readonly title: string;
  readonly textOf: (record: AuditRecord) => string | null;
}

const columns: readonly Column[] = [
  { title: 'TIME (UTC)', textOf: ({ at }) => timeOf(at) },
  { title: 'PERSON', textOf: ({ personId }) => personId },
  { title: 'WORKSPACE', textOf: ({ teamId }) => teamId },
  { title: 'ACT', textOf: ({ act }) => act },
  { title: 'OUTCOME', textOf: ({ outcome }) => outcome },
  { title: 'RULE', textOf: ({ rule }) => rule },
  { title: 'EXTENSION', textOf: ({ extensionNumber }) => extensionNumber },
  { title: 'CALL LEG', textOf: ({ cdrId }) => cdrId },
  { title: 'SURFACE', textOf: ({ surface }) => surface },
  { title: 'TARGET', textOf: ({ target }) => target && [target.channelId, target.threadTs].filter(Boolean).join('/') },
  { title: 'REFERENCE', textOf: ({ referenceId }) => referenceId },
];

/** Entries as lines of a table, titles first. */
export function tableOf(records: readonly AuditRecord[]): readonly string[] {
  const rows = [columns.map(({ title }) => title), ...records.map(cellsOf)];
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const cellsOf = (record: AuditRecord) => columns.map(({ textOf }) => printable(textOf(record) ?? '-'));

/** The store lets only plain words in; a file that somebody has changed must not get to steer the terminal either. */
const printable = (value: string) => value.replaceAll(/[^ -~]/g, '?');

/** A time to the second, as `2026-05-13 22:33:00`. */
export const timeOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 19).replace('T', ' ');

/** An entry as one line of JSON. */
export const jsonOf = (record: AuditRecord): string => JSON.stringify(record);
