import type { InputBlock, PlainTextOption } from '@slack/types';
import { plain } from '../kit.ts';
import type { Place, Shown } from './state.ts';

/** The form's ids, as its submission names them. A block that belongs to one conversation carries that one's id too. */
export const shareForm = {
  callbackId: 'share_call_summary',
  conversation: 'conversation',
  inThread: 'in_thread',
  masked: 'masked',
  outsiders: 'outsiders',
} as const;

/** What a person has chosen so far. */
export interface ShareChoice {
  readonly channelId: string | null;
  /** Whether it goes into the thread they came from, where they chose its conversation. */
  readonly isInThread: boolean;
  /** Whether numbers and addresses are masked; null where they were not asked about this conversation yet. */
  readonly isMasked: boolean | null;
  /** Whether they said that the other organisation in this conversation may read it. */
  readonly isOutsideConfirmed: boolean;
}

/** Where the summary would go. */
export function placeOf({ channelId, isInThread }: ShareChoice, home: Place | null): Place | null {
  if (channelId === null) return null;
  return isInThread && channelId === home?.channelId ? home : { channelId, threadTs: null };
}

/** Whether the person has been shown who reads along there, and what, the way they chose it. */
export const isAsShown = ({ channelId, isMasked }: ShareChoice, shown: Shown): boolean =>
  shown.channelId === channelId && shown.isMasked === isMasked;

/** The conversation, any that the person sees; without one so far, Slack takes the one they are looking at. */
export const conversationInput = (channelId: string | null): InputBlock => ({
  type: 'input',
  block_id: shareForm.conversation,
  dispatch_action: true,
  label: plain('Where'),
  element: {
    type: 'conversations_select',
    action_id: shareForm.conversation,
    filter: { exclude_bot_users: true },
    ...(channelId === null ? { default_to_current_conversation: true } : { initial_conversation: channelId }),
  },
});

/** For a thread somebody came from. */
export const inThreadInput = (isTicked: boolean): InputBlock =>
  checkbox(shareForm.inThread, shareForm.inThread, 'Thread', 'Reply in the thread you came from', isTicked);

export const maskedInput = (channelId: string, isTicked: boolean): InputBlock => ({
  ...checkbox(
    `${shareForm.masked}_${channelId}`,
    shareForm.masked,
    'Masking',
    'Mask phone numbers, e-mail addresses and card numbers',
    isTicked,
  ),
  dispatch_action: true,
  hint: plain('As far as I recognise them. Look below before you share.'),
});

/** The second confirmation, where another organisation reads along. */
export const outsidersInput = (channelId: string): InputBlock =>
  checkbox(
    `${shareForm.outsiders}_${channelId}`,
    shareForm.outsiders,
    'Another organisation',
    'They may read this call summary',
    false,
  );

function checkbox(blockId: string, actionId: string, label: string, text: string, isTicked: boolean): InputBlock {
  const option: PlainTextOption = { text: plain(text), value: 'yes' };
  const initial = isTicked ? { initial_options: [option] } : {};
  return {
    type: 'input',
    block_id: blockId,
    optional: true,
    label: plain(label),
    element: { type: 'checkboxes', action_id: actionId, options: [option], ...initial },
  };
}
