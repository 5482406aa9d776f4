import type { createSlackFetch } from '../../slack/slack-fetch.ts';
import { field } from '../field.ts';

/** What came of a question to Slack. */
export interface SlackAnswer {
  /** `ok`, Slack's error code, or null where no answer of Slack's came. */
  readonly outcome: string | null;
  readonly body: unknown;
  /** What the token may do; null where Slack did not say. */
  readonly scopes: readonly string[] | null;
  /** How far Slack's clock is ahead of this machine's, in milliseconds; null where it did not say. */
  readonly aheadMs: number | null;
}

/** A question, and what it is asked with. */
export interface SlackQuestion {
  readonly fetch: ReturnType<typeof createSlackFetch>;
  readonly now: () => Date;
  readonly token: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
}

const deadlineMs = 5_000;
const noAnswer: SlackAnswer = { outcome: null, body: null, scopes: null, aheadMs: null };

/** Asks Slack's Web API once. Never throws: why there was no answer would quote what must not be shown. */
export async function callSlack(question: SlackQuestion): Promise<SlackAnswer> {
  try {
    return await answerTo(question);
  } catch {
    return noAnswer;
  }
}

async function answerTo({ fetch, now, token, url, parameters }: SlackQuestion): Promise<SlackAnswer> {
  const before = now().getTime();
  const response = await fetch(url.href, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString(),
    signal: AbortSignal.timeout(deadlineMs),
  });
  const middle = (before + now().getTime()) / 2;
  const date = Date.parse(response.headers.get('date') ?? '');
  const body: unknown = response.status === 429 ? { ok: false, error: 'ratelimited' } : await response.json();
  return {
    outcome: outcomeOf(body),
    body,
    scopes: scopesIn(response.headers.get('x-oauth-scopes')),
    aheadMs: Number.isNaN(date) ? null : date - middle,
  };
}

function outcomeOf(body: unknown): string | null {
  if (field(body, 'ok') === true) return 'ok';
  const error = field(body, 'error');
  return typeof error === 'string' && /^[a-z]+(?:_[a-z0-9]+)*$/.test(error) && error.length <= 60 ? error : null;
}

const scopesIn = (header: string | null) =>
  header === null ? null : header.split(/[\s,]+/).filter((scope) => scope !== '');
