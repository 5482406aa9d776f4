import { problemMessage } from '../blocks/problem.ts';
import { isCallSummaryError } from '../errors.ts';
import { loggedDetailsOf } from '../logged-failure.ts';
import { acknowledgeQuietly, currentRequest, type Outcome, type SlackRequest } from '../slack/request.ts';
import { succeeds } from '../slack/succeeds.ts';
import type { MiddlewareArgs } from './middleware-args.ts';

/** The one place that turns whatever was thrown into words for the person, and notes it for the log. */
export async function answerErrors({ ack, next }: MiddlewareArgs): Promise<void> {
  const request = currentRequest();
  try {
    await next();
  } catch (thrown) {
    request.outcome = outcomeOf(thrown);
    await tell(request, thrown);
    // A form whose listener failed before it had a view to show: Slack must not be left waiting.
    if (request.acknowledgedAfterMs === null) await acknowledgeQuietly(ack);
  }
}

/** Where the person is looking, or else where they came from; a lost answer is not told by another one. */
async function tell(request: SlackRequest, thrown: unknown): Promise<void> {
  const message = problemMessage(thrown, request.reference);
  const code = isCallSummaryError(thrown) ? thrown.code : undefined;
  if (code === 'answer_undelivered') return;
  for (const answer of new Set([request.answer, request.privately])) {
    if (await succeeds(answer.send(message, code))) return;
  }
  request.outcome = { ...request.outcome, isUntold: true };
}

const outcomeOf = (thrown: unknown): Outcome =>
  isCallSummaryError(thrown) ? { code: thrown.code, detail: loggedDetailsOf(thrown) } : { code: 'bug', thrown };
