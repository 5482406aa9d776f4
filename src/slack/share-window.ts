import type { ViewOutput } from '@slack/bolt';
import { type ShareChoice, shareForm } from '../blocks/modals/share-form.ts';

/** What a person has chosen in the window, by the state that comes with their click or their submission. */
export function choiceOf({ state }: Pick<ViewOutput, 'state'>): ShareChoice {
  const element = (blockId: string, actionId: string) => state.values[blockId]?.[actionId];
  const isTicked = (blockId: string, actionId: string) =>
    (element(blockId, actionId)?.selected_options ?? []).length > 0;
  const channelId = element(shareForm.conversation, shareForm.conversation)?.selected_conversation ?? null;
  const maskedBlock = `${shareForm.masked}_${channelId}`;
  return {
    channelId,
    // Not shown, it is not asked: then it counts for the thread the person came from.
    isInThread:
      element(shareForm.inThread, shareForm.inThread) === undefined || isTicked(shareForm.inThread, shareForm.inThread),
    isMasked: state.values[maskedBlock] === undefined ? null : isTicked(maskedBlock, shareForm.masked),
    isOutsideConfirmed: isTicked(`${shareForm.outsiders}_${channelId}`, shareForm.outsiders),
  };
}
