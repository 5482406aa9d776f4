import { isCallSummaryError } from '../errors.ts';
import type { AuditedAct, AuditTrail } from './audit-trail.ts';
import { currentRequest } from './request.ts';
import { succeeds } from './succeeds.ts';

/**
 * Does something that was recorded as allowed, and records how it ended. What is done is done: if the end cannot be
 * written down, that is noted in the log, and the person is told the truth about what happened.
 */
export async function recorded(trail: AuditTrail, act: Omit<AuditedAct, 'outcome'>, work: () => Promise<void>) {
  const note = async (outcome: AuditedAct['outcome']) => {
    if (!(await succeeds(trail.acted({ ...act, outcome })))) currentRequest().isUnrecorded = true;
  };
  try {
    await work();
  } catch (thrown) {
    await note(isUnclear(thrown) ? 'unconfirmed' : 'failed');
    throw thrown;
  }
  await note('done');
}

/** Whether nobody can know what became of it. */
const isUnclear = (thrown: unknown) =>
  isCallSummaryError(thrown, 'post_unconfirmed') ||
  (isCallSummaryError(thrown, 'not_retracted') && thrown.details.slackError === 'uncertain');
