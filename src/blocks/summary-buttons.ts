import type { ActionsBlock, Button } from '@slack/types';
import type { CallReference } from '../services/call-summary.ts';
import { encodeReference } from './call-reference-value.ts';
import { plain } from './kit.ts';
import { encodeSharedPost } from './modals/state.ts';

/** The buttons under a summary, by what they do. */
export const summaryActionIds = {
  share: 'share_call_summary',
  openFull: 'open_full_summary',
  retract: 'retract_call_summary',
} as const;

/** For whom the buttons are: the one who reads privately, or everybody where somebody shared it. */
export interface SummaryButtonsOptions {
  readonly sharedBy: string | undefined;
  readonly isShortened: boolean;
}

/** Share… where it is read privately, Retract where it was shared, and in both the way to what did not fit. */
export function summaryButtons(reference: CallReference, options: SummaryButtonsOptions): ActionsBlock {
  const { sharedBy, isShortened } = options;
  const full = isShortened ? [openFullButton(reference)] : [];
  const elements =
    sharedBy === undefined ? [shareButton(reference), ...full] : [...full, retractButton(reference, sharedBy)];
  return { type: 'actions', elements };
}

/** Opens the window in which a person shares a summary. */
export const shareButton = (reference: CallReference): Button => ({
  type: 'button',
  action_id: summaryActionIds.share,
  text: plain('Share…'),
  value: encodeReference(reference),
});

const openFullButton = (reference: CallReference): Button => ({
  type: 'button',
  action_id: summaryActionIds.openFull,
  text: plain('Open full summary'),
  value: encodeReference(reference),
});

const retractButton = (reference: CallReference, sharedBy: string): Button => ({
  type: 'button',
  action_id: summaryActionIds.retract,
  text: plain('Retract'),
  value: encodeSharedPost({ reference, sharedBy }),
  confirm: {
    title: plain('Take it back?'),
    text: plain('The summary is deleted here for everybody. Whoever has read it has read it.'),
    confirm: plain('Retract'),
    deny: plain('Keep it'),
    style: 'danger',
  },
});
