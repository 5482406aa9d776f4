import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { plain, smallPrint } from '../kit.ts';
import { encodePurpose, type Purpose } from './state.ts';

/** What stands in the two fields: suggested, or typed and not yet right. */
export interface FindCallFields {
  readonly cdrId: string;
  readonly extensionNumber: string;
}

/** The form's ids, as its submission names them. */
export const findCallForm = { callbackId: 'find_call', cdrId: 'cdr_id', extensionNumber: 'extension_number' } as const;

const longestField = 200;

/** Asks which call. `problem` is shown above the fields after a first try that led nowhere. */
export const findCallModal = (purpose: Purpose, fields: FindCallFields, problem: KnownBlock[] = []): ModalView => ({
  type: 'modal',
  callback_id: findCallForm.callbackId,
  private_metadata: encodePurpose(purpose),
  title: plain('Call summary'),
  submit: plain(purpose.kind === 'post' ? 'Preview' : 'Show summary'),
  close: plain('Cancel'),
  blocks: [
    ...problem,
    field(findCallForm.cdrId, 'Call leg id', 'Such as 20260513223234-3EE9E', fields.cdrId),
    field(
      findCallForm.extensionNumber,
      'Extension number',
      'Whose summary of the call, such as 3202',
      fields.extensionNumber,
    ),
    ...(purpose.kind === 'post'
      ? [smallPrint('You see a preview first. Nothing is posted before you say so.')]
      : [smallPrint('Only you will see the summary.')]),
  ],
});

function field(id: string, label: string, hint: string, value: string): InputBlock {
  const initial = value === '' ? {} : { initial_value: value.slice(0, longestField) };
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    hint: plain(hint),
    element: { type: 'plain_text_input', action_id: id, max_length: longestField, ...initial },
  };
}
