import type { webApi } from '@slack/bolt';
import type { Message } from '../blocks/message.ts';
import type { Place } from '../blocks/modals/state.ts';
import { CallSummaryError } from '../errors.ts';
import { noUnfurls } from './no-unfurls.ts';
import { obstacleOf } from './post-obstacles.ts';
import { slackFailureOf } from './refusals.ts';

/**
 * Posts once, into a conversation or a thread of it. Never repeats by itself: Slack has no key against doubles, so a
 * repeat after an unclear answer could stand there twice.
 * @throws {CallSummaryError} `not_posted` (for certain) or `post_unconfirmed` (it may stand there)
 */
export async function postOnce(
  client: webApi.WebClient,
  { channelId, threadTs }: Place,
  message: Message,
): Promise<void> {
  try {
    await client.chat.postMessage({
      channel: channelId,
      ...(threadTs === null ? {} : { thread_ts: threadTs, reply_broadcast: false }),
      ...noUnfurls,
      ...message,
    });
  } catch (thrown) {
    throw postErrorOf(thrown, channelId);
  }
}

function postErrorOf(thrown: unknown, channelId: string): CallSummaryError {
  const failure = slackFailureOf(thrown);
  if (failure.kind === 'uncertain') return new CallSummaryError('post_unconfirmed', {});
  if (failure.kind === 'unsent')
    return new CallSummaryError('not_posted', { obstacle: 'slack_unreachable', slackError: 'unsent' });
  const { slackError } = failure;
  return new CallSummaryError('not_posted', { obstacle: obstacleOf(slackError, channelId), slackError });
}
