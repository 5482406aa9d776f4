import type { Logger } from '../logger.ts';
import { factsOf, type SlackRequestFacts } from '../slack/payload.ts';
import { createPrivateAnswer, unheardAnswer } from '../slack/private-answer.ts';
import { newReferenceId } from '../slack/reference-id.ts';
import { type SlackRequest, withRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';
import type { RequestObserver } from './request-observer.ts';

/** Makes a request of what Slack sent, for everything that runs inside. What names nobody is acknowledged and dropped. */
export const takeRequest =
  (logger: Logger, observer: Pick<RequestObserver, 'malformed'>) =>
  async (args: MiddlewareArgs): Promise<void> => {
    const facts = factsOf(args.body);
    if (facts !== null) return await withRequest(requestOf(facts, args), args.next);
    await args.ack?.();
    observer.malformed();
    logger.warn({ outcome: 'malformed' }, 'request');
  };

function requestOf(facts: SlackRequestFacts, { client, respond }: MiddlewareArgs): SlackRequest {
  const { personId, teamId, channelId } = facts;
  const canReplace = facts.kind === 'command';
  const privately =
    facts.kind === 'options'
      ? unheardAnswer
      : createPrivateAnswer({ client, personId, channelId, respond, canReplace });
  return {
    facts,
    reader: { id: personId, teamId },
    reference: newReferenceId(),
    privately,
    answer: privately,
    outcome: { code: 'ok' },
    isUnrecorded: false,
    window: { view: null, state: 'working', isRedelivered: false },
    acknowledgedAfterMs: null,
    startedAt: performance.now(),
  };
}
