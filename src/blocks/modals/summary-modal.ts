import type { Button, ModalView } from '@slack/types';
import type { CallReference, CallSummary } from '../../services/call-summary.ts';
import { summaryPage } from '../call-summary.ts';
import { plain } from '../kit.ts';
import { shareButton } from '../summary-buttons.ts';
import { readOnlyModal } from './plain-modals.ts';
import { encodePageRequest, encodeReading, type Place } from './state.ts';

/** The buttons that lead through a summary too long for one window. */
export const pageActionIds = { back: 'previous_page', on: 'next_page' } as const;

/** A summary in full length, a window at a time. Pages count from 1; one that does not exist becomes the nearest. */
export function summaryModal(summary: CallSummary, pageNumber: number, home: Place | null): ModalView {
  const { blocks, page, pages } = summaryPage(summary, pageNumber);
  const buttons = [...pageButtons(summary.reference, page, pages), shareButton(summary.reference)];
  const view = readOnlyModal([...blocks, { type: 'actions', elements: buttons }]);
  return { ...view, private_metadata: encodeReading({ home }) };
}

function pageButtons(reference: CallReference, page: number, pages: number): Button[] {
  const back = page > 1 ? [button(pageActionIds.back, 'Previous page', reference, page - 1)] : [];
  const on = page < pages ? [button(pageActionIds.on, 'Next page', reference, page + 1)] : [];
  return [...back, ...on];
}

const button = (actionId: string, label: string, reference: CallReference, page: number): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  value: encodePageRequest({ reference, page }),
});
