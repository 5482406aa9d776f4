import type { webApi } from '@slack/bolt';
import { CallSummaryError } from '../errors.ts';
import { slackErrorOf, slackFailureOf } from './refusals.ts';

/**
 * Deletes a message of ours. One that is gone already is as good as deleted.
 * @throws {CallSummaryError} `not_retracted`
 */
export async function deleteOnce(client: webApi.WebClient, channelId: string, messageTs: string): Promise<void> {
  try {
    await client.chat.delete({ channel: channelId, ts: messageTs });
  } catch (thrown) {
    const slackError = slackErrorOf(slackFailureOf(thrown));
    if (slackError !== 'message_not_found') throw new CallSummaryError('not_retracted', { slackError });
  }
}
