import type { LaterFault } from './fault.ts';
import type { Row } from './perform.ts';

const idWidth = 5;

/** One fault as lines of the table. */
export function drawRow({
  id,
  says,
  expected,
  outcome,
  reads,
  seen,
  ms,
  healthyMs,
  pbxRequests,
  slackCalls,
}: Row): string {
  const health = healthyMs === null ? '' : ` · healthy again after ${healthyMs} ms`;
  const figures = `${inSeconds(ms)} · PBX requests ${pbxRequests} · Slack calls ${slackCalls}${health}`;
  const saw = [reads === '' ? '' : `“${firstSentence(reads)}”`, seen].filter(Boolean).join(' · ');
  return [`${id.padEnd(idWidth)} ${outcome.padEnd(8)} ${says}`, `expected: ${expected}`, `seen: ${saw}`, figures]
    .map((line, at) => (at === 0 ? line : `${' '.repeat(idWidth + 10)}${line}`))
    .join('\n');
}

export const drawLater = ({ id, says, later }: LaterFault): string =>
  `${id.padEnd(idWidth)} later    ${says}: ${later}`;

/** How it all went, in a line. */
export function drawSum(rows: readonly Row[], ms: number): string {
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const notHere = count('not here') === 0 ? '' : `, ${count('not here')} not possible here`;
  return `${count('ok')} of ${rows.length} ok, ${count('failed')} failed${notHere}, in ${inSeconds(ms)}`;
}

const inSeconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

const firstSentence = (text: string) => text.split(/(?<=\.) /, 1)[0] ?? '';
