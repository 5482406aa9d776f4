import type { Check } from './check.ts';
import type { Patient } from './patient.ts';
import { failed, type State, skipped, type Verdict } from './verdict.ts';

/** A check with what it found. */
export interface Examined {
  readonly check: Check;
  readonly verdict: Verdict;
}

/** Goes through the checks in their order, and tells about each when it is done. */
export async function examine(
  checks: readonly Check[],
  patient: Patient,
  onExamined: (examined: Examined) => void,
): Promise<readonly Examined[]> {
  const done: Examined[] = [];
  for (const check of checks) {
    const obstacle = done.find(({ check: { id }, verdict }) => check.needs.includes(id) && blocks.has(verdict.state));
    const verdict = obstacle === undefined ? await look(check, patient) : skippedFor(obstacle);
    done.push({ check, verdict });
    onExamined({ check, verdict });
  }
  return done;
}

/** A mistake of ours in one check takes nothing from the others. Its text is not shown: it may quote anything. */
const look = (check: Check, patient: Patient): Promise<Verdict> =>
  check
    .look(patient)
    .catch((thrown: unknown) =>
      failed(
        `this check broke off (${thrown instanceof Error ? thrown.name : typeof thrown}).`,
        'That is a mistake in callsummary, not in your installation.',
      ),
    );

const blocks = new Set<State>(['failed', 'skipped']);

/** Of a chain of skipped checks each names its beginning. */
const skippedFor = ({ check, verdict }: Examined): Verdict =>
  verdict.state === 'skipped' && verdict.found.startsWith(reason)
    ? verdict
    : skipped(`${reason} "${check.what}" comes first.`);

const reason = 'not looked at:';
