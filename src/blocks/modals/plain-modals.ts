import type { KnownBlock, ModalView } from '@slack/types';
import { paragraph, plain } from '../kit.ts';
import type { Message } from '../message.ts';

const title = 'Call summary';

/** A window that only shows something. */
export const readOnlyModal = (blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: 'call_summary',
  title: plain(title),
  close: plain('Close'),
  blocks,
});

/** While the phone system is asked. */
export const waitingModal = (): ModalView => readOnlyModal([paragraph('Fetching from the phone system …')]);

/** For a form that came a second time and was dealt with the first time. */
export const alreadyDoneModal = (): ModalView =>
  readOnlyModal([paragraph('This has been dealt with already. You can close this window.')]);

/** Words for the person, such as a problem, where there is nothing else to show. */
export const messageModal = ({ blocks }: Message): ModalView => readOnlyModal(blocks);
