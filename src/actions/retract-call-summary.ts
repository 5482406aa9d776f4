import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { decodeSharedPost } from '../blocks/modals/state.ts';
import { retractedMessage } from '../blocks/retracted.ts';
import { currentRequest } from '../slack/request.ts';
import type { Sharing } from '../slack/sharing.ts';
import { threadTsIn } from '../slack/thread.ts';

type Args = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** "Retract" under a summary that was shared: takes it back, for whoever shared it and for administrators. */
export const retractCallSummary =
  (sharing: Sharing) =>
  async ({ body, action }: Args): Promise<void> => {
    const { channel, message } = body;
    if (channel === undefined || message === undefined) throw new Error('a button of a message without one');
    const place = { channelId: channel.id, threadTs: threadTsIn(message) };
    await sharing.retract({ post: decodeSharedPost(action.value ?? ''), place, messageTs: message.ts });
    await currentRequest().privately.send(retractedMessage());
  };
