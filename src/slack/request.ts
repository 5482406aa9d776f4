import { AsyncLocalStorage } from 'node:async_hooks';
import type { ModalView } from '@slack/types';
import type { ErrorCode } from '../errors.ts';
import type { Reader } from '../services/access/people-directory.ts';
import type { Answer } from './answer.ts';
import type { SlackRequestFacts } from './payload.ts';
import type { PrivateAnswer } from './private-answer.ts';

/** How a request ended: as wished, not taken, with one of our errors, or with a mistake of ours. */
export type OutcomeCode = 'ok' | 'repeated' | 'stopping' | 'bug' | ErrorCode;

export interface Outcome {
  readonly code: OutcomeCode;
  /** What the log may say beside the code. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What a bug threw. */
  readonly thrown?: unknown;
  /** True when not even the problem could be told to the person. */
  readonly isUntold?: true;
}

/** The window of a submitted form, as somebody needs to know who is asked about the same form again. */
export interface SubmittedWindow {
  /** What it shows by now; null before there is anything, and again a little later. */
  view: ModalView | null;
  state: 'working' | 'shown';
  /** True once Slack has delivered the form again: then an acknowledgement of the first delivery reaches nobody. */
  isRedelivered: boolean;
}

/** One thing a person did in Slack, from the moment it reached us until its line is in the log. */
export interface SlackRequest {
  readonly facts: SlackRequestFacts;
  /** The person, as the access rules know them. Only ever taken from the signed payload. */
  readonly reader: Reader;
  /** The id a person can name and an administrator can find in the log. */
  readonly reference: string;
  /** Tells the person something in the conversation they are in, for their eyes only. */
  readonly privately: PrivateAnswer;
  /** Where the person is looking. A listener that opens a window sets it, so that problems show up there too. */
  answer: Answer;
  outcome: Outcome;
  /** True when something was done and its end could not be written into the audit log; its beginning stands there. */
  isUnrecorded: boolean;
  /** The window of a submitted form. */
  readonly window: SubmittedWindow;
  /** Milliseconds until Slack had its acknowledgement; null while it has none. */
  acknowledgedAfterMs: number | null;
  readonly startedAt: number;
}

const running = new AsyncLocalStorage<SlackRequest>();

/** Runs the listeners of one request; `currentRequest` finds it from anywhere inside. */
export const withRequest = <T>(request: SlackRequest, run: () => T): T => running.run(request, run);

/** The request being worked on. @throws an Error outside of one, which is a mistake in the wiring */
export function currentRequest(): SlackRequest {
  const request = running.getStore();
  if (request === undefined) throw new Error('no Slack request is being worked on');
  return request;
}

/**
 * Acknowledges, and does not mind when that fails: on a broken connection Slack delivers the request again, and the answer
 * goes another way.
 */
export async function acknowledgeQuietly(ack: (() => Promise<void>) | undefined): Promise<void> {
  const request = currentRequest();
  try {
    await ack?.();
    markAcknowledged(request);
  } catch {
    // Nobody to tell: the person's answer does not travel in the acknowledgement.
  }
}

/** Notes that Slack has its acknowledgement. */
export function markAcknowledged(request: SlackRequest = currentRequest()): void {
  request.acknowledgedAfterMs ??= performance.now() - request.startedAt;
}
