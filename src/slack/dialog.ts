import type { BlockAction, webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Message } from '../blocks/message.ts';
import { messageModal, waitingModal } from '../blocks/modals/plain-modals.ts';
import { CallSummaryError, type ErrorCode } from '../errors.ts';
import type { Answer } from './answer.ts';
import { type SlackFailure, slackErrorOf, slackFailureOf } from './refusals.ts';
import { currentRequest } from './request.ts';

/** A window open on one person's screen. */
export interface Dialog {
  /** Puts another view into the window; false if the person has closed it. */
  show(view: ModalView): Promise<boolean>;
}

/**
 * Opens a window that says it is loading. It must come first: a trigger lives three seconds. From then on problems of
 * this request are shown in the window too.
 */
export async function openDialog(client: webApi.WebClient, triggerId: string): Promise<Dialog> {
  const dialog = dialogOf(client, await openView(client, triggerId));
  currentRequest().answer = answerIn(dialog);
  return dialog;
}

async function openView(client: webApi.WebClient, triggerId: string): Promise<string> {
  try {
    const { view } = await client.views.open({ trigger_id: triggerId, view: waitingModal() });
    return view?.id ?? '';
  } catch (thrown) {
    throw unavailable(slackFailureOf(thrown));
  }
}

const unavailable = (failure: SlackFailure) =>
  new CallSummaryError('slack_unavailable', { slackError: slackErrorOf(failure) });

/** The window somebody clicked in; for a click on a message, a new one. */
export async function dialogFor(client: webApi.WebClient, { view, trigger_id }: Clicked): Promise<Dialog> {
  if (view === undefined) return await openDialog(client, trigger_id);
  const dialog = dialogOf(client, view.id);
  currentRequest().answer = answerIn(dialog);
  return dialog;
}

/** What a click says about the window it was in. */
type Clicked = Pick<BlockAction, 'view' | 'trigger_id'>;

/** The window a person already looks at. */
export const dialogOf = (client: webApi.WebClient, viewId: string): Dialog => ({
  show: (view) => updateUnlessClosed(client, viewId, view),
});

/** How a message, and the problem it is about, look in a window. */
type DrawMessage = (message: Message, problem?: ErrorCode) => ModalView | Promise<ModalView>;

/**
 * Messages for the person, shown in the window they look at. If they closed it, nobody waits for them, except where
 * `elsewhere` is given: then they are sent there.
 */
export const answerIn = (dialog: Dialog, draw: DrawMessage = messageModal, elsewhere?: Answer): Answer => ({
  async send(message, problem) {
    const isSeen = await dialog.show(await draw(message, problem));
    if (!isSeen) await elsewhere?.send(message, problem);
  },
});

/** Replaces the view with this id; false if the person has closed it. */
export async function updateUnlessClosed(client: webApi.WebClient, viewId: string, view: ModalView): Promise<boolean> {
  try {
    await client.views.update({ view_id: viewId, view });
    return true;
  } catch (thrown) {
    const failure = slackFailureOf(thrown);
    if (failure.kind === 'refused' && failure.slackError === 'not_found') return false;
    throw unavailable(failure);
  }
}
