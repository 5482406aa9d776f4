import type { LaterFault } from './fault.ts';
import type { Row } from './perform.ts';

const introduction = `# When something goes wrong

What happens around callsummary, what people read then, and what an administrator finds in the log. Every row is provoked by
\`npm run faults\`, on the app in a process of its own between a simulated Slack and a simulated PBX, and comes with what was seen
when this page was made. After each of them the app answered a plain command again (where the row ended it on purpose: after its
next start), and no secret, name, number or word of a summary stood in its output.

\`npm run faults -- --only P4,S17\` does some of them; \`npm run faults -- --markdown > docs/faults.md\` makes this page anew.`;

const areas: readonly (readonly [letters: string, heading: string])[] = [
  ['P', 'The PBX'],
  ['S', 'Slack'],
  ['K', 'The process is ended'],
  ['D', 'The store'],
  ['C', 'The clock'],
  ['R', 'Several, too much, and mistakes of our own'],
];

/** All rows as a page. */
export function asMarkdown(rows: readonly Row[], later: readonly LaterFault[]): string {
  const sections = areas.map(([letter, heading]) =>
    section(
      heading,
      rows.filter(({ id }) => id.startsWith(letter)),
    ),
  );
  return [introduction, sumOf(rows), ...sections.filter(Boolean), laterSection(later)].join('\n\n');
}

function sumOf(rows: readonly Row[]): string {
  const ok = rows.filter(({ outcome }) => outcome === 'ok').length;
  return `Last result: ${ok} of ${rows.length} rows as expected, on ${process.platform} with Node ${process.version}.`;
}

function section(heading: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const head =
    '| When … | Expected | The person reads | The administrator finds | Row | Last result |\n|---|---|---|---|---|---|';
  return `## ${heading}\n\n${[head, ...rows.map(line)].join('\n')}`;
}

function line({ id, says, expected, reads, log, outcome, seen, ms, healthyMs }: Row): string {
  const health = healthyMs === null ? '' : `; well again after ${healthyMs} ms`;
  const result = `${outcome}${seen === '' ? '' : `: ${seen}`} (${(ms / 1_000).toFixed(1)} s${health})`;
  return `| ${[says, expected, reads === '' ? '–' : reads, log === '' ? '–' : log, id, result].map(cell).join(' | ')} |`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');

const laterSection = (later: readonly LaterFault[]) =>
  `## Not provoked\n\n| Row | When … | Why not |\n|---|---|---|\n${later.map(({ id, says, later: why }) => `| ${id} | ${says} | ${why} |`).join('\n')}`;
