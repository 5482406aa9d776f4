import { encodeReference } from '../../src/blocks/call-reference-value.ts';
import {
  encodePageRequest,
  encodePurpose,
  encodeReading,
  encodeSharedPost,
  encodeShareWish,
} from '../../src/blocks/modals/state.ts';
import { sampleSummary } from '../../test/support/sample-summary.ts';

// As Slack's pages on interaction payloads show them, from the agent in #support. `#url` stands for a response_url.

const { reference } = sampleSummary('20260513223234-3EE9E');
const user = { id: 'U0AGENT3202', username: 'leo', name: 'leo', team_id: 'T0HELPDESK1' };
const base = {
  user,
  team: { id: 'T0HELPDESK1', domain: 'helpdesk' },
  api_app_id: 'A1',
  trigger_id: '1.2.3',
  enterprise: null,
};
const channel = { id: 'C0SUPPORT01', name: 'support' };
const message = { type: 'message', ts: '1778682824.000100', user: 'U0LEAD', text: 'see 20260513223234-3EE9E (3202)' };
const home = { channelId: channel.id, threadTs: '1778682824.000100' };
const value = encodeReference(reference);

const view = (callback_id: string, private_metadata: string, values: object) => ({
  id: 'V0FUZZ',
  type: 'modal',
  callback_id,
  private_metadata,
  hash: '1.a',
  state: { values },
  blocks: [],
  previous_view_id: null,
});
const findForm = view(
  'find_call',
  encodePurpose({
    kind: 'share',
    home,
    near: message.ts,
    offersCalls: true,
    suggested: { cdrId: '', extensionNumber: '' },
  }),
  {
    recent_calls: { recent_calls: { type: 'external_select', selected_option: null } },
    cdr_id: { cdr_id: { type: 'plain_text_input', value: reference.cdrId } },
    extension_number: { extension_number: { type: 'plain_text_input', value: reference.extensionNumber } },
  },
);
const shareForm = view('share_call_summary', encodeShareWish({ home, reference, fingerprint: 'x', shown: null }), {
  conversation: { conversation: { type: 'conversations_select', selected_conversation: channel.id } },
  in_thread: { in_thread: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } },
  [`masked_${channel.id}`]: { masked: { type: 'checkboxes', selected_options: [] } },
});
const button = (action_id: string, carried: string) => ({
  type: 'button',
  action_id,
  block_id: 'b',
  value: carried,
  action_ts: '1.1',
});
const click = (action: object, where: object) => ({
  ...base,
  type: 'block_actions',
  channel,
  response_url: '#url',
  actions: [action],
  ...where,
});
const inMessage = {
  message,
  container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: true },
};
const inWindow = (open: object) => ({ view: open, container: { type: 'view', view_id: 'V0FUZZ' } });
const shortcutOn = (callback_id: string) => ({
  ...base,
  type: 'message_action',
  callback_id,
  channel,
  message,
  message_ts: message.ts,
  response_url: '#url',
  action_ts: '1.1',
});

/** A slash command's form. */
export const command: Readonly<Record<string, string>> = {
  team_id: 'T0HELPDESK1',
  channel_id: channel.id,
  channel_name: 'support',
  user_id: user.id,
  user_name: 'leo',
  command: '/callsummary',
  text: '20260513223234-3EE9E 3202',
  response_url: '#url',
  trigger_id: '1.2.3',
  api_app_id: 'A1',
};

/** Everything else that people do. */
export const interactions: readonly object[] = [
  { ...base, type: 'shortcut', callback_id: 'find_call_summary', action_ts: '1.1' },
  shortcutOn('post_call_summary'),
  shortcutOn('view_call_summary'),
  { ...base, type: 'view_submission', view: findForm, response_urls: [] },
  { ...base, type: 'view_submission', view: shareForm, response_urls: [] },
  click(button('share_call_summary', value), inMessage),
  click(button('open_full_summary', value), inMessage),
  click(button('retract_call_summary', encodeSharedPost({ reference, sharedBy: user.id })), inMessage),
  click(
    button('next_page', encodePageRequest({ reference, page: 2 })),
    inWindow(view('call_summary', encodeReading({ home }), {})),
  ),
  click(button('show_call_summary', value), inMessage),
  click({ type: 'external_select', action_id: 'recent_calls', selected_option: { value } }, inMessage),
  click(
    { type: 'conversations_select', action_id: 'conversation', selected_conversation: channel.id },
    inWindow(shareForm),
  ),
  {
    ...base,
    type: 'block_suggestion',
    action_id: 'recent_calls',
    block_id: 'recent_calls',
    value: 'kri',
    view: findForm,
  },
  { ...base, type: 'block_suggestion', action_id: 'recent_calls', block_id: 'b', value: '', channel, message },
];

/** What Slack would tell only an app that asks for it, which this one does not. */
export const unwanted: readonly object[] = [
  { ...base, type: 'view_closed', view: findForm, is_cleared: false },
  { ...base, type: 'dialog_submission', callback_id: 'find_call', channel, submission: {}, state: '' },
  {
    type: 'event_callback',
    team_id: 'T0HELPDESK1',
    event_id: 'Ev1',
    event: { type: 'app_mention', channel: channel.id, text: 'hi' },
  },
];
