const usualMs = 5_000;
const longestMs = 60_000;

/**
 * How long Slack is left in peace after it failed to answer a question, in milliseconds: as long as it says with "too many
 * requests" (docs.slack.dev: rate limits, Retry-After in seconds), within a minute; a few seconds after anything else.
 */
export function restMsAfter(thrown: unknown): number {
  const seconds = thrown instanceof Error && 'retryAfter' in thrown ? Number(thrown.retryAfter) : Number.NaN;
  return seconds > 0 ? Math.min(seconds * 1_000, longestMs) : usualMs;
}
