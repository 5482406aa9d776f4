import type { KnownBlock, ModalView } from '@slack/types';
import type { PostObstacle, RefusalReason } from '../../errors.ts';
import type { CallSummary } from '../../services/call-summary.ts';
import { type Audience, audienceMessage } from '../audience.ts';
import { callSummaryMessage } from '../call-summary.ts';
import { paragraph, plain, smallPrint } from '../kit.ts';
import type { Message } from '../message.ts';
import { obstacleWords } from '../obstacle-words.ts';
import { richTextLine } from '../rich-text.ts';
import { readOnlyModal } from './plain-modals.ts';
import {
  conversationInput,
  inThreadInput,
  maskedInput,
  outsidersInput,
  type ShareChoice,
  shareForm,
} from './share-form.ts';
import { encodeShareWish, type Place, type ShareWish, type Shown } from './state.ts';

/** What the window shows: what has been chosen, who would read it there, and what they would read. */
export interface ShareView {
  readonly wish: ShareWish;
  readonly choice: ShareChoice;
  /** Who reads along where it would go; null while that is not known. */
  readonly audience: Audience | null;
  /** Why it may not go there, as far as that is clear already. */
  readonly obstacle: RefusalReason | PostObstacle | null;
  /** The summary as it would stand there, and who shares it; null where it could not be fetched. */
  readonly preview: { readonly summary: CallSummary; readonly sharedBy: string; readonly masked: string | null } | null;
}

/**
 * Asks where to, shows who reads along and what they would see. Nothing is shared before the person says so. What is in `blocks` is
 * shown above it; the button tries the same again, unless what is below is new to the person.
 */
export const shareModal = (
  view: ShareView,
  { blocks }: Pick<Message, 'blocks'> = nothingWrong,
  isNew = false,
): ModalView => ({
  type: 'modal',
  callback_id: shareForm.callbackId,
  private_metadata: encodeShareWish({ ...view.wish, shown: shownIn(view) }),
  title: plain('Share call summary'),
  submit: plain(shownIn(view) === null ? 'Preview' : blocks.length === 0 || isNew ? 'Share' : 'Try again'),
  close: plain('Cancel'),
  blocks: [...blocks, ...formBlocks(view), ...previewBlocks(view)],
});

const nothingWrong = { blocks: [] };

/** What the person sees by this view; what they do not see, they cannot share. */
function shownIn({ choice: { channelId, isMasked }, audience, preview }: ShareView): Shown | null {
  if (channelId === null || audience === null || preview === null) return null;
  const { kind, sharing } = audience;
  return { channelId, isMasked: isMasked === true, kind, sharing };
}

/** It may have been posted: the summary stays in hand, but no button invites to post it twice. */
export const unconfirmedModal = (summary: CallSummary, { blocks }: Message): ModalView =>
  readOnlyModal([...blocks, { type: 'divider' }, ...withoutButtons(callSummaryMessage(summary))]);

/** After the post: where it stands now. */
export const sharedModal = ({ channelId, threadTs }: Place): ModalView =>
  readOnlyModal([
    richTextLine(
      threadTs === null ? 'Shared in ' : 'Shared in the thread in ',
      { type: 'channel', channel_id: channelId },
      '. Retract, under the summary there, takes it back.',
    ),
  ]);

function formBlocks({ wish: { home }, choice, audience, obstacle }: ShareView): KnownBlock[] {
  const { channelId, isInThread, isMasked } = choice;
  const hasThread = home?.threadTs != null && home.channelId === channelId;
  return [
    conversationInput(channelId),
    ...(audience === null ? [] : audienceMessage(audience).blocks),
    ...(obstacle === null || obstacle === 'outsiders_unconfirmed' ? [] : [paragraph(obstacleWords(obstacle))]),
    ...(hasThread ? [inThreadInput(isInThread)] : []),
    ...(channelId === null ? [] : [maskedInput(channelId, isMasked === true)]),
    ...(channelId !== null && obstacle === 'outsiders_unconfirmed' ? [outsidersInput(channelId)] : []),
  ];
}

function previewBlocks({ preview }: ShareView): KnownBlock[] {
  if (preview === null) return [];
  const { summary, sharedBy, masked } = preview;
  return [
    { type: 'divider' },
    smallPrint(masked === null ? 'This is what they will read:' : `This is what they will read. ${masked}`),
    ...withoutButtons(callSummaryMessage(summary, { sharedBy })),
  ];
}

const withoutButtons = ({ blocks }: Message) => blocks.filter(({ type }) => type !== 'actions');
