import { type Logger, tracesOf } from '../logger.ts';
import { type PbxStopwatch, withPbxStopwatch } from '../services/pbx-stopwatch.ts';
import { currentRequest, type Outcome, type SlackRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';
import { levelOf } from './outcome-levels.ts';

/** Writes one line for every request: what it was, how it ended, how long it took. Never what was in it. */
export const report =
  (logger: Logger) =>
  async ({ next }: MiddlewareArgs): Promise<void> => {
    const request = currentRequest();
    const stopwatch = { waitedMs: 0 };
    try {
      await withPbxStopwatch(stopwatch, next);
    } finally {
      const { outcome } = request;
      logger[levelOf(outcome)]({ ...lineOf(request, stopwatch), ...detailOf(outcome) }, 'request');
    }
  };

const lineOf = ({ facts, reference, outcome, ...request }: SlackRequest, { waitedMs }: PbxStopwatch) => ({
  surface: facts.surface,
  outcome: outcome.code,
  reference,
  person: facts.personId,
  ackMs: rounded(request.acknowledgedAfterMs),
  pbxMs: rounded(waitedMs),
  totalMs: rounded(performance.now() - request.startedAt),
  ...(outcome.isUntold === true ? { untold: true } : {}),
  ...(request.isUnrecorded ? { unrecorded: true } : {}),
});

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms * 10) / 10);

const detailOf = ({ code, detail, thrown }: Outcome): object => (code === 'bug' ? tracesOf(thrown) : (detail ?? {}));
