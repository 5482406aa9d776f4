import type { AllMiddlewareArgs, RespondFn } from '@slack/bolt';

/** What every request brings, whatever its kind. `ack` and `respond` are missing where Slack expects or offers none. */
export interface MiddlewareArgs extends Pick<AllMiddlewareArgs, 'client' | 'next'> {
  readonly body: unknown;
  readonly ack?: (() => Promise<void>) | undefined;
  readonly respond?: RespondFn | undefined;
}
