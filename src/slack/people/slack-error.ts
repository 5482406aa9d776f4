/**
 * The error code Slack answered with, if it is one of these; null for any other failure. (A body that is not JSON arrives
 * where the code should be, so nothing else is let through.)
 */
export function slackErrorAmong(codes: ReadonlySet<string>, thrown: unknown): string | null {
  const isAnswer = thrown instanceof Error && 'code' in thrown && thrown.code === 'slack_webapi_platform_error';
  const data: unknown = isAnswer && 'data' in thrown ? thrown.data : null;
  const error: unknown = typeof data === 'object' && data !== null && 'error' in data ? data.error : null;
  return typeof error === 'string' && codes.has(error) ? error : null;
}
