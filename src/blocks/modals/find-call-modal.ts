import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { plain, smallPrint } from '../kit.ts';
import { recentCallsActionId, recentCallsSelect } from '../recent-calls/recent-calls-select.ts';
import { obstacleSentences } from '../recent-calls/recent-calls-sentences.ts';
import { encodePurpose, type Purpose } from './state.ts';

/** What stands in the two fields: suggested, or typed and not yet right. */
export interface FindCallFields {
  readonly cdrId: string;
  readonly extensionNumber: string;
}

/** The form's ids, as its submission names them. */
export const findCallForm = {
  callbackId: 'find_call',
  recentCall: recentCallsActionId,
  cdrId: 'cdr_id',
  extensionNumber: 'extension_number',
} as const;

/** For a form that names two calls. */
export const twoCallsSentence = 'You chose a call here and typed another one below. Clear one of them.';

const longestField = 200;

/** Asks which call. `problem` is shown above the fields after a first try that led nowhere. */
export const findCallModal = (purpose: Purpose, fields: FindCallFields, problem: KnownBlock[] = []): ModalView => ({
  type: 'modal',
  callback_id: findCallForm.callbackId,
  private_metadata: encodePurpose(purpose),
  title: plain('Call summary'),
  submit: plain(purpose.kind === 'share' ? 'Preview' : 'Show summary'),
  close: plain('Cancel'),
  blocks: [
    ...problem,
    purpose.offersCalls ? recentCallInput(purpose.near !== null) : smallPrint(obstacleSentences.not_offered),
    ...typedFields(fields, purpose.offersCalls),
    smallPrint(promises[purpose.kind]),
  ],
});

const promises: Readonly<Record<Purpose['kind'], string>> = {
  share: 'You see a preview first. Nothing is shared before you say so.',
  read: 'Only you will see the summary.',
};

const recentCallInput = (isNearMessage: boolean): InputBlock => ({
  type: 'input',
  block_id: findCallForm.recentCall,
  optional: true,
  label: plain('Recent call'),
  hint: plain(isNearMessage ? 'Those nearest in time to the message come first.' : 'The newest come first.'),
  element: recentCallsSelect(),
});

const typedFields = ({ cdrId, extensionNumber }: FindCallFields, isOptional: boolean): InputBlock[] => [
  field(
    findCallForm.cdrId,
    isOptional ? 'Or its call leg id' : 'Call leg id',
    'Such as 20260513223234-3EE9E',
    cdrId,
    isOptional,
  ),
  field(
    findCallForm.extensionNumber,
    isOptional ? 'with the extension number' : 'Extension number',
    'Whose summary of the call, such as 3202',
    extensionNumber,
    isOptional,
  ),
];

function field(id: string, label: string, hint: string, value: string, isOptional: boolean): InputBlock {
  const initial = value === '' ? {} : { initial_value: value.slice(0, longestField) };
  return {
    type: 'input',
    block_id: id,
    ...(isOptional ? { optional: true } : {}),
    label: plain(label),
    hint: plain(hint),
    element: { type: 'plain_text_input', action_id: id, max_length: longestField, ...initial },
  };
}
