import type { webApi } from '@slack/bolt';
import { createSlackFetch } from './slack-fetch.ts';

const deadlineMs = 5_000;

/**
 * How we talk to Slack's Web API: one try, one deadline. The SDK's own repeats go on for half an hour, and a repeat
 * after "stored, then failed" posts twice. A new object every time, because the Socket Mode client writes into its own.
 */
export const slackClientOptions = (apiUrl: URL): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl.href,
  allowAbsoluteUrls: false,
  timeout: deadlineMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  fetch: createSlackFetch(apiUrl),
});
