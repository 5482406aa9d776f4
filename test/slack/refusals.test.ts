import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { type SlackFailure, slackFailureOf } from '../../src/slack/refusals.ts';

const platform = (error: string) =>
  new WebAPIPlatformError({ ok: false, error } satisfies WebAPICallResult & { error: string });
const http = (status: number) => new WebAPIHTTPError(status, '', {}, 'a page of somebody else');
/** What Bolt's `respond` throws; built here, because loading all of Bolt for it takes its time. */
const respond = (statusCode: number) =>
  Object.assign(new Error('Failed to respond'), { code: 'slack_bolt_respond_error', statusCode });
/** What fetch throws when the connection fails: a TypeError that carries the reason. */
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
const toSeveralAddresses = new WebAPIRequestError(
  new TypeError('fetch failed', {
    cause: new AggregateError([Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })]),
  }),
);
const deadline = new DOMException('too late', 'TimeoutError');

const refused = (slackError: string): SlackFailure => ({ kind: 'refused', slackError });
const unsent: SlackFailure = { kind: 'unsent' };
const uncertain: SlackFailure = { kind: 'uncertain' };

const readings: readonly [what: string, thrown: unknown, failure: SlackFailure][] = [
  ['not_in_channel', platform('not_in_channel'), refused('not_in_channel')],
  ['msg_blocks_too_long', platform('msg_blocks_too_long'), refused('msg_blocks_too_long')],
  ['a rate limit with a time to wait', new WebAPIRateLimitedError(30), refused('ratelimited')],
  ['ratelimited in the body', platform('ratelimited'), refused('ratelimited')],
  ['internal_error', platform('internal_error'), uncertain],
  ['fatal_error', platform('fatal_error'), uncertain],
  ['request_timeout', platform('request_timeout'), uncertain],
  ['service_unavailable', platform('service_unavailable'), uncertain],
  ['an HTML page with status 200', platform('<html>Slack is down</html>'), uncertain],
  ['an empty body with status 200', platform(''), uncertain],
  ['HTTP 500', http(500), uncertain],
  ['HTTP 503', http(503), uncertain],
  ['HTTP 400', http(400), refused('http_400')],
  ['a response_url that is used up', respond(404), refused('http_404')],
  ['a response_url that is gone', respond(410), refused('http_410')],
  ['a response_url that answers 500', respond(500), uncertain],
  ['a refused connection', network('ECONNREFUSED'), unsent],
  ['a refused connection to each of several addresses', toSeveralAddresses, unsent],
  ['a name that cannot be resolved', network('ENOTFOUND'), unsent],
  ['a resolver that does not answer', network('EAI_AGAIN'), unsent],
  ['a host without a route', network('EHOSTUNREACH'), unsent],
  ['a connection that never came about', network('UND_ERR_CONNECT_TIMEOUT'), unsent],
  ['a broken connection', network('ECONNRESET'), uncertain],
  ['a connection the other side closed', network('UND_ERR_SOCKET'), uncertain],
  ['a deadline in a Web API call', new WebAPIRequestError(deadline), uncertain],
  ['a deadline at a response_url', deadline, uncertain],
  ['an error nobody knows', new Error('?'), uncertain],
  ['something that is no error', 'text', uncertain],
  ['nothing', undefined, uncertain],
  ['null', null, uncertain],
];

for (const [what, thrown, failure] of readings) {
  test(`${what}: ${failure.kind === 'refused' ? `refused, ${failure.slackError}` : failure.kind}`, () => {
    assert.deepEqual(slackFailureOf(thrown), failure);
  });
}

test('an error that is its own cause is read in bounded time', () => {
  const own: Error & { cause?: unknown } = new Error('round and round');
  own.cause = own;
  assert.deepEqual(slackFailureOf(own), uncertain);
});

test('the codes by which the SDK names its errors are the ones looked for', () => {
  assert.equal(platform('x').code, 'slack_webapi_platform_error');
  assert.equal(new WebAPIRateLimitedError(1).code, 'slack_webapi_rate_limited_error');
});
