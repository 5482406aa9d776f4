import type { ModalView } from '@slack/types';
import type { Message } from '../message.ts';
import { messageModal } from './plain-modals.ts';
import { encodeReading, type Place } from './state.ts';

/** Recent calls in a window, for whoever came from there. */
export const listModal = (list: Message, home: Place | null): ModalView => ({
  ...messageModal(list),
  private_metadata: encodeReading({ home }),
});
