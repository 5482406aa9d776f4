import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { waitingModal } from '../blocks/modals/plain-modals.ts';
import { answerIn, type Dialog, updateUnlessClosed } from './dialog.ts';
import { currentRequest, markAcknowledged, type SubmittedWindow } from './request.ts';
import { succeeds } from './succeeds.ts';

/** What came with a submitted form: how to acknowledge it, and which window it was. */
export interface Submission {
  readonly ack: (response: { response_action: 'update'; view: ModalView }) => Promise<void>;
  readonly client: webApi.WebClient;
  readonly viewId: string;
}

/** Slack waits three seconds for the acknowledgement; a quick outcome travels in it, a slow one follows. */
const quickMs = 1_000;
/** Slack must have drawn the waiting view before it is replaced, or it would cover the outcome. */
const drawnAfterMs = 500;

/**
 * The window of a submitted form. What is shown within a second is the acknowledgement itself; after that a waiting
 * view has been, and is replaced. From now on problems of this request are shown in the window too.
 */
export function submittedDialog({ ack, client, viewId }: Submission): Dialog {
  const request = currentRequest();
  const acknowledgeWith = async (view: ModalView) => {
    await ack({ response_action: 'update', view });
    markAcknowledged(request);
  };
  let waiting: Promise<void> | undefined;
  const timer = setTimeout(() => {
    waiting = acknowledgeWith(waitingModal()).then(() => pause(drawnAfterMs));
    waiting.catch(() => {}); // looked at in `show`; until then nobody is there to hear it
  }, quickMs);
  const dialog: Dialog = {
    async show(view) {
      clearTimeout(timer);
      remember(request.window, view);
      const isFirst = waiting === undefined;
      waiting ??= acknowledgeWith(view);
      const isAcknowledged = await succeeds(waiting);
      if (request.window.isRedelivered) await pause(drawnAfterMs);
      // An acknowledgement that got lost is no answer; the window can still be reached the other way.
      const isSeen = isFirst && isAcknowledged && !request.window.isRedelivered;
      return isSeen || (await updateUnlessClosed(client, viewId, view));
    },
  };
  request.answer = answerIn(dialog);
  return dialog;
}

/** Slack delivers again within seconds, if at all; after that nothing of a summary is kept. */
const redeliveredWithinMs = 15_000;

function remember(window: SubmittedWindow, view: ModalView): void {
  window.view = view;
  window.state = 'shown';
  setTimeout(() => {
    window.view = null;
  }, redeliveredWithinMs).unref();
}
