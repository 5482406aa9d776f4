import type { Examined } from './examine.ts';
import type { State } from './verdict.ts';

const stateWidth = 9;
const longest = 400;
const states: readonly State[] = ['ok', 'warning', 'failed', 'skipped'];

/** A check as lines: one where all is well; else what is wrong, and under it what to do. */
export function linesOf({
  check: { what },
  verdict: { state, found, details = [], todo },
}: Examined): readonly string[] {
  const first = `${state.padEnd(stateWidth)}${what}: ${found}`;
  const more = [...details, ...(todo === undefined ? [] : [todo])].map((line) => `${' '.repeat(stateWidth)}${line}`);
  return [first, ...more].map(printable);
}

/** How many checks ended how: `20 checks: 17 ok, 1 warning, 2 failed.` */
export function totalOf(examined: readonly Examined[]): string {
  const counts = states
    .map((state) => ({ state, count: examined.filter(({ verdict }) => verdict.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state === 'warning' && count > 1 ? 'warnings' : state}`);
  return `${examined.length} checks: ${counts.join(', ')}.`;
}

/** Whether nothing has failed. */
export const isWell = (examined: readonly Examined[]): boolean =>
  examined.every(({ verdict }) => verdict.state !== 'failed');

/** Everything as one JSON object. */
export function jsonOf(examined: readonly Examined[]): string {
  const checks = examined.map(({ check: { id }, verdict: { state, found, details = [], todo } }) => ({
    id,
    state,
    found: [found, ...details].map(printable).join('\n'),
    todo: todo === undefined ? null : printable(todo),
  }));
  return JSON.stringify({ checks, ok: isWell(examined) });
}

/** Names come from outside: nothing in them steers a terminal, or fills it. */
const printable = (text: string) => {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};
