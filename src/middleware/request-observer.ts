import type { SlackRequestFacts } from '../slack/payload.ts';
import type { SlackRequest } from '../slack/request.ts';

/** Hears of each request what can be counted. Must be quick, and must not throw. */
export interface RequestObserver {
  taken(kind: SlackRequestFacts['kind']): void;
  answered(request: SlackRequest, totalMs: number): void;
  /** Slack sent something that names nobody. */
  malformed(): void;
}
