import type { webApi } from '@slack/bolt';
import { deadlineIn } from '../services/deadline.ts';

/** Slack answers well within this, or not at all. Milliseconds. */
const deadlineMs = 5_000;
const usualPauseSeconds = '30';

/** Where Slack's response_urls point: the commercial Slack and GovSlack (docs.slack.dev: GovSlack). */
const responseUrlOrigins = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

/**
 * The one way out to Slack, for the Web API and for response_urls: no redirects, one deadline, and only to Slack's own
 * addresses, whatever a payload says.
 */
export function createSlackFetch(apiUrl: URL): webApi.FetchFunction {
  const allowed = new Set([apiUrl.origin, ...responseUrlOrigins]);
  return async (url, init) => {
    if (!allowed.has(URL.parse(url)?.origin ?? '')) throw foreignAddress();
    const signal = init?.signal ?? deadlineIn(deadlineMs);
    return withReadablePause(await fetch(url, { ...init, redirect: 'error', signal }));
  };
}

/** "Too many requests" without a pause in seconds is a plain Error to the SDK, and would not be known for the no it is. */
function withReadablePause(response: Response): Response {
  const isReadable = Number(response.headers.get('retry-after') ?? Number.NaN) > 0;
  if (response.status !== 429 || isReadable) return response;
  return new Response(response.body, { status: 429, headers: { 'retry-after': usualPauseSeconds } });
}

// Read like an answer "forbidden": it is certain that nothing was sent.
const foreignAddress = () => Object.assign(new Error('not an address of Slack'), { statusCode: 403 });
