import { WebClient } from '@slack/web-api';
import type { Message } from '../../src/blocks/message.ts';
import type { MiddlewareArgs } from '../../src/middleware/middleware-args.ts';
import type { SlackRequestFacts } from '../../src/slack/payload.ts';
import { type SlackRequest, withRequest } from '../../src/slack/request.ts';

/** A request in the making, what its person was told, and how often it was acknowledged. */
export interface ARequest {
  readonly request: SlackRequest;
  readonly told: readonly string[];
  readonly acks: () => number;
  /** Runs a middleware on it, with what comes after. */
  runs(middleware: (args: MiddlewareArgs) => Promise<void>, next?: () => Promise<void>): Promise<void>;
}

/** A request of the agent; `tell` may throw, where the person cannot be reached. */
export function aRequest(
  facts: Partial<SlackRequestFacts> = {},
  tell: (message: Message) => void = () => {},
): ARequest {
  const told: string[] = [];
  let acks = 0;
  const send = async (message: Message) => {
    tell(message);
    told.push(message.text);
  };
  const request: SlackRequest = {
    facts: {
      kind: 'command',
      surface: '/callsummary',
      personId: 'U1',
      teamId: 'T1',
      channelId: 'C1',
      sameAgain: 'trigger and text',
      ...facts,
    },
    reader: { id: 'U1', teamId: 'T1' },
    reference: 'K7Q2M9XD',
    privately: { send, whileWaiting: (work) => work() },
    answer: { send },
    outcome: { code: 'ok' },
    isUnrecorded: false,
    window: { view: null, state: 'working', isRedelivered: false },
    acknowledgedAfterMs: null,
    startedAt: performance.now(),
  };
  const ack = async () => {
    acks += 1;
  };
  const runs: ARequest['runs'] = (middleware, next = async () => {}) =>
    withRequest(request, () => middleware({ client: new WebClient(), body: {}, ack, next }));
  return { request, told, acks: () => acks, runs };
}
