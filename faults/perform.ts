import { healthyAgain, keepsSecrets, mend } from './afterwards.ts';
import { bounded } from './bounded.ts';
import { complaintsIn } from './complaints.ts';
import type { Fault, NotHere, Seen } from './fault.ts';
import type { Scene } from './scene.ts';

/** How a fault went. */
export interface Row {
  readonly id: string;
  readonly says: string;
  readonly expected: string;
  readonly outcome: 'ok' | 'failed' | 'not here';
  /** What the person read, in one line. */
  readonly reads: string;
  /** What else was seen; where it failed, what was not as expected. */
  readonly seen: string;
  /** What the administrator finds in the log. */
  readonly log: string;
  readonly ms: number;
  /** How long the app then took to answer a plain command; null where it did not get that far. */
  readonly healthyMs: number | null;
  readonly pbxRequests: number;
  readonly slackCalls: number;
}

const usualBoundMs = 60_000;

/** Lets a fault happen on a scene, and looks at the app afterwards. Never rejects: what goes wrong is a failed row. */
export async function perform(fault: Fault, scene: Scene): Promise<Row> {
  const before = counted(scene);
  const saidBefore = scene.said().length;
  const startedAt = performance.now();
  const found = await bounded(fault.boundMs ?? usualBoundMs, fault.inject(scene)).catch(problemOf);
  const ms = Math.round(performance.now() - startedAt);
  const after = counted(scene);
  const health = 'problem' in found || 'notHere' in found ? null : await looksAfterwards(fault, scene);
  // Only now, because the app writes its line about a request after it has answered.
  const log = complaintsIn(scene.said().slice(saidBefore)).replaceAll(scene.folder, '…');
  return {
    ...rowOf(fault, found, health),
    log,
    ms,
    pbxRequests: after.pbxRequests - before.pbxRequests,
    slackCalls: after.slackCalls - before.slackCalls,
  };
}

/** The row of a fault that never got to happen, because its stage or the app on it failed. */
export const rowWithoutStage = (fault: Fault, thrown: unknown): Row => ({
  ...rowOf(fault, problemOf(thrown), null),
  log: '',
  ms: 0,
  pbxRequests: 0,
  slackCalls: 0,
});

interface Problem {
  readonly problem: string;
}
type Found = Seen | NotHere | Problem;

const problemOf = (thrown: unknown): Problem => ({
  problem: (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s+/g, ' ').slice(0, 400),
});

const counted = ({ slack, pbx }: Scene) => ({
  pbxRequests: pbx.count('*'),
  slackCalls: slack.calls.length + slack.responses.length,
});

async function looksAfterwards(fault: Fault, scene: Scene): Promise<number | Problem> {
  try {
    mend(scene);
    const healthyMs = await healthyAgain(scene, fault.afterwards ?? 'summary');
    keepsSecrets(scene);
    return healthyMs;
  } catch (thrown) {
    return problemOf(thrown);
  }
}

function rowOf({ id, says, expected }: Fault, found: Found, health: number | Problem | null) {
  const what = { id, says, expected, reads: '', healthyMs: null };
  if ('problem' in found) return { ...what, outcome: 'failed', seen: found.problem } as const;
  if ('notHere' in found) return { ...what, outcome: 'not here', seen: found.notHere } as const;
  const { reads = '', also: seen = '' } = found;
  if (typeof health === 'number') return { ...what, outcome: 'ok', reads, seen, healthyMs: health } as const;
  return { ...what, outcome: 'failed', reads, seen: `afterwards: ${health?.problem}` } as const;
}
