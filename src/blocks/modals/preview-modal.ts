import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types';
import type { CallSummary } from '../../services/call-summary.ts';
import { callSummaryMessage } from '../call-summary.ts';
import { plain } from '../kit.ts';
import type { Message } from '../message.ts';
import { readOnlyModal } from './plain-modals.ts';
import { type Confirmation, encodeConfirmation } from './state.ts';

/** The callback id of the window in which a person confirms a post. */
export const confirmPostCallbackId = 'confirm_post';

/** The post as everybody will see it, and where it will stand. */
export const previewModal = (summary: CallSummary, thread: Confirmation['thread'], postedBy: string): ModalView =>
  confirmModal(confirmationOf(summary, thread), 'Post to thread', previewBlocks(summary, thread.channelId, postedBy));

/** The same after a try that certainly posted nothing: what stood in the way, and the summary still in hand. */
export const notPostedModal = (
  summary: CallSummary,
  thread: Confirmation['thread'],
  postedBy: string,
  { blocks }: Message,
  submit: 'Try again' | 'Post to thread' = 'Try again',
): ModalView =>
  confirmModal(confirmationOf(summary, thread), submit, [
    ...blocks,
    ...previewBlocks(summary, thread.channelId, postedBy),
  ]);

/** The summary could not be fetched once more for posting; the person may try again. */
export const notFetchedModal = (confirmation: Confirmation, { blocks }: Message): ModalView =>
  confirmModal(confirmation, 'Try again', blocks);

/** It may have been posted: the summary stays in hand, but no button invites to post it twice. */
export const unconfirmedModal = (summary: CallSummary, { blocks }: Message): ModalView =>
  readOnlyModal([...blocks, { type: 'divider' }, ...withoutButtons(callSummaryMessage(summary))]);

/** After the post: where it stands now. */
export const postedModal = (channelId: string): ModalView =>
  readOnlyModal([inConversation('Posted in the thread in ', channelId, '.')]);

const confirmationOf = ({ reference, fingerprint }: CallSummary, thread: Confirmation['thread']): Confirmation => ({
  thread,
  reference,
  fingerprint,
});

const confirmModal = (confirmation: Confirmation, submit: string, blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: confirmPostCallbackId,
  private_metadata: encodeConfirmation(confirmation),
  title: plain('Post call summary'),
  submit: plain(submit),
  close: plain('Cancel'),
  blocks,
});

const previewBlocks = (summary: CallSummary, channelId: string, postedBy: string): KnownBlock[] => [
  inConversation('This goes into the thread in ', channelId, '. Everyone in the conversation can read it.'),
  { type: 'divider' },
  ...withoutButtons(callSummaryMessage(summary, { postedBy })),
];

const withoutButtons = ({ blocks }: Message) => blocks.filter(({ type }) => type !== 'actions');

const inConversation = (before: string, channelId: string, after: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: before },
        { type: 'channel', channel_id: channelId },
        { type: 'text', text: after },
      ],
    },
  ],
});
