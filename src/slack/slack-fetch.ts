import type { webApi } from '@slack/bolt';

/** Slack answers well within this, or not at all. Milliseconds. */
const deadlineMs = 5_000;

/** Where Slack's response_urls point: the commercial Slack and GovSlack (docs.slack.dev: GovSlack). */
const responseUrlOrigins = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

/**
 * The one way out to Slack, for the Web API and for response_urls: no redirects, one deadline, and only to Slack's own
 * addresses, whatever a payload says.
 */
export function createSlackFetch(apiUrl: URL): webApi.FetchFunction {
  const allowed = new Set([apiUrl.origin, ...responseUrlOrigins]);
  return (url, init) => {
    if (!allowed.has(URL.parse(url)?.origin ?? '')) return Promise.reject(foreignAddress());
    return fetch(url, { ...init, redirect: 'error', signal: init?.signal ?? AbortSignal.timeout(deadlineMs) });
  };
}

// Read like an answer "forbidden": it is certain that nothing was sent.
const foreignAddress = () => Object.assign(new Error('not an address of Slack'), { statusCode: 403 });
