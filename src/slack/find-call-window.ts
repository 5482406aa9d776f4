import type { webApi } from '@slack/bolt';
import { type FindCallFields, findCallModal } from '../blocks/modals/find-call-modal.ts';
import type { Purpose } from '../blocks/modals/state.ts';
import type { CallPicker } from './call-picker.ts';
import { openDialog } from './dialog.ts';
import { timeOfMessage } from './message-time.ts';

/** Opens the window that asks which call, with what is known filled in and recent calls to choose from, if there are. */
export async function openFindCallWindow(
  client: webApi.WebClient,
  triggerId: string,
  picker: CallPicker,
  { fields, ...purpose }: Omit<Purpose, 'offersCalls' | 'suggested'> & { readonly fields: FindCallFields },
): Promise<void> {
  const dialog = await openDialog(client, triggerId);
  const offersCalls = await picker.isOffered(purpose.near === null ? null : timeOfMessage(purpose.near));
  await dialog.show(findCallModal({ ...purpose, offersCalls, suggested: fields }, fields));
}

/** Where nothing suggests a call. */
export const emptyFields: FindCallFields = { cdrId: '', extensionNumber: '' };
