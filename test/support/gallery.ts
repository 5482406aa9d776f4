import type { ModalView } from '@slack/types';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';
import { callSummaryMessage } from '../../src/blocks/call-summary.ts';
import { maskedWords } from '../../src/blocks/masked-words.ts';
import type { Message } from '../../src/blocks/message.ts';
import { findCallModal } from '../../src/blocks/modals/find-call-modal.ts';
import { waitingModal } from '../../src/blocks/modals/plain-modals.ts';
import { type ShareView, sharedModal, shareModal, unconfirmedModal } from '../../src/blocks/modals/share-modal.ts';
import { summaryModal } from '../../src/blocks/modals/summary-modal.ts';
import { problemMessage } from '../../src/blocks/problem.ts';
import { recentCallsMessage } from '../../src/blocks/recent-calls/recent-calls-message.ts';
import { retractedMessage } from '../../src/blocks/retracted.ts';
import { helpMessage } from '../../src/blocks/usage.ts';
import { restartingMessage, stillFetchingMessage } from '../../src/blocks/waiting.ts';
import {
  CallSummaryError,
  type ErrorCode,
  type ErrorDetails,
  type PostObstacle,
  type Refusal,
  type RefusalReason,
  type UsageProblem,
} from '../../src/errors.ts';
import type { OfferedCalls } from '../../src/services/recent-calls/offer.ts';
import { redact } from '../../src/services/redaction/redact.ts';
import { sampleSummary, summaryOf } from './sample-summary.ts';

const documented = sampleSummary('20260513223234-3EE9E');
const thread = { channelId: 'C0INCIDENT7', threadTs: '1778683000.000200' };
const agent = 'U0AGENT3202';
const reference = 'K7Q2M9XD';
const veryLong = summaryOf(`<h3>Key Points</h3><ul>${'<li>One more of very many points.</li>'.repeat(900)}</ul>`);

const usageProblems: Record<UsageProblem['kind'], UsageProblem> = {
  nothing_given: { kind: 'nothing_given' },
  cdr_id_missing: { kind: 'cdr_id_missing' },
  extension_number_missing: { kind: 'extension_number_missing' },
  several_cdr_ids: { kind: 'several_cdr_ids', given: ['20260513223234-3EE9E', '20260514091205-A41C7'] },
  several_extension_numbers: { kind: 'several_extension_numbers', given: ['3202', '3203', '3204', '3205'] },
  whole_call_id: { kind: 'whole_call_id', given: '202605132232343EE9E' },
  not_understood: { kind: 'not_understood', given: 'Leo & <!channel>' },
};

const obstacles: Record<PostObstacle, string> = {
  not_a_member: 'not_in_channel',
  direct_message: 'channel_not_found',
  archived: 'is_archived',
  restricted: 'restricted_action',
  replies_off: 'restricted_action_thread_locked',
  target_gone: 'message_not_found',
  too_long: 'msg_blocks_too_long',
  app_permission: 'missing_scope',
  app_disconnected: 'token_revoked',
  slack_busy: 'ratelimited',
  slack_unreachable: 'unsent',
  unknown: 'something_new',
};

const refusal = (reason: RefusalReason, mayRead: Refusal['mayRead'] = []): Refusal => ({
  readerId: agent,
  reason,
  mayRead,
  contact: null,
});
const always = { from: null, until: null };
const mayRead = [
  { first: '3202', last: '3202', from: '2026-03-01', until: null },
  { first: '3300', last: '3399', ...always },
];
const refusals: Record<RefusalReason, Refusal> = {
  no_right: refusal('no_right', mayRead),
  not_a_full_member: refusal('not_a_full_member'),
  not_verified: refusal('not_verified'),
  closed_channel: { ...refusal('closed_channel'), contact: 'Ask Mara Quinn.' },
  channel_not_verified: refusal('channel_not_verified'),
  external_channel: refusal('external_channel'),
  outsiders_unconfirmed: refusal('outsiders_unconfirmed'),
};

const ids = { cdrId: '20260513223234-3EE9E', extensionNumber: '3202' };
const problems: { [Code in ErrorCode]: ErrorDetails[Code] } = {
  usage: { problem: usageProblems.nothing_given },
  not_allowed: refusals.no_right,
  store_unavailable: { fault: 'disk_full' },
  too_many_requests: { whose: 'person', retryAfterMs: 150_000 },
  retract_not_allowed: {},
  not_retracted: { slackError: 'cant_delete_message' },
  extension_not_found: { extensionNumber: '9999' },
  summary_not_found: { ...ids, sawOtherParty: false },
  summary_not_ready: ids,
  busy: {},
  pbx_timeout: {},
  pbx_unreachable: { fault: 'ECONNREFUSED' },
  pbx_certificate: { fault: 'CERT_HAS_EXPIRED' },
  pbx_sign_in_refused: {},
  pbx_address_blocked: {},
  pbx_address_not_allowed: {},
  pbx_tokens_used_up: {},
  pbx_token_rejected: {},
  pbx_overloaded: { retryAfterMs: null },
  pbx_not_set_up: { errcode: 10005 },
  pbx_refused: { errcode: 70516 },
  pbx_unexpected: { fault: 'not JSON' },
  not_posted: { obstacle: 'unknown', slackError: 'something_new' },
  post_unconfirmed: {},
  slack_unavailable: { slackError: 'expired_trigger_id' },
  answer_undelivered: { slackError: 'http_404' },
  not_shown_yet: {},
  summary_changed: {},
};

const named = <T>(prefix: string, entries: Record<string, T>, draw: (value: T, key: string) => Message) =>
  Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [`${prefix}-${key}`.replaceAll('_', '-'), draw(value, key)]),
  );

const offered: OfferedCalls = {
  calls: [
    {
      reference: documented.reference,
      startedAt: new Date('2026-05-13T14:32:34Z'),
      direction: 'inbound',
      withWhom: 'Kristin Hale 2025550143',
      extensionNumber: documented.reference.extensionNumber,
      durationSeconds: 754,
    },
    {
      reference: sampleSummary('20260514091205-A41C7').reference,
      startedAt: null,
      direction: null,
      withWhom: '',
      extensionNumber: documented.reference.extensionNumber,
      durationSeconds: null,
    },
  ],
  state: 'complete',
  more: 0,
  isCut: false,
  window: { from: new Date('2026-05-07T12:00:00Z'), until: new Date('2026-05-14T12:00:00Z') },
};
const noList = { calls: [], more: 0, isCut: false, window: null };

/** Everything the app can say in a conversation, by name. */
export const galleryMessages: Readonly<Record<string, Message>> = {
  'summary-documented-call': callSummaryMessage(documented),
  'summary-shared': callSummaryMessage(documented, { sharedBy: agent }),
  'summary-german': callSummaryMessage(sampleSummary('20260514091205-A41C7')),
  'summary-chinese': callSummaryMessage(sampleSummary('20260514103340-0D2B8')),
  'summary-long': callSummaryMessage(sampleSummary('20260515090045-71B3D')),
  'summary-too-long': callSummaryMessage(veryLong),
  'summary-nothing-to-follow-up': callSummaryMessage(sampleSummary('20260515100517-F8890')),
  'summary-prose': callSummaryMessage(sampleSummary('20260515143651-9E4D0')),
  'summary-nested-lists': callSummaryMessage(sampleSummary('20260515152009-1A7C5')),
  'summary-hostile-caller': callSummaryMessage(sampleSummary('20260518091044-E0E66')),
  'summary-without-name-and-time': callSummaryMessage({ ...documented, name: '', summarisedAt: null }),
  'summary-empty': callSummaryMessage(summaryOf('<p> </p>')),
  'summary-cut': callSummaryMessage(summaryOf(`<p>${'word '.repeat(20_000)}</p>`)),
  help: helpMessage(),
  'still-fetching': stillFetchingMessage(),
  restarting: restartingMessage(),
  'problem-bug': problemMessage(new Error('x'), reference),
  ...named('usage', usageProblems, (problem) => problemMessage(new CallSummaryError('usage', { problem }), reference)),
  ...named('not-posted', obstacles, (slackError, key) =>
    problemMessage(new CallSummaryError('not_posted', { obstacle: key as PostObstacle, slackError }), reference),
  ),
  ...named('refused', refusals, (details) => problemMessage(new CallSummaryError('not_allowed', details), reference)),
  'refused-nothing-to-read': problemMessage(new CallSummaryError('not_allowed', refusal('no_right')), reference),
  'too-many-at-once': problemMessage(
    new CallSummaryError('too_many_requests', { whose: 'person_at_once', retryAfterMs: 1_000 }),
    reference,
  ),
  'too-many-for-everybody': problemMessage(
    new CallSummaryError('too_many_requests', { whose: 'everybody', retryAfterMs: 800 }),
    reference,
  ),
  'recent-calls': recentCallsMessage(offered, null, 'Europe/London'),
  'recent-calls-of-an-extension': recentCallsMessage(
    { ...offered, more: 12 },
    documented.reference.extensionNumber,
    null,
  ),
  'recent-calls-none': recentCallsMessage({ ...offered, calls: [] }, null, null),
  'recent-calls-none-of-ones-own': recentCallsMessage({ ...offered, calls: [] }, 'mine', null),
  'recent-calls-still-fetching': recentCallsMessage({ ...noList, state: 'still_fetching' }, null, null),
  'recent-calls-not-offered': recentCallsMessage({ ...noList, state: 'not_offered' }, null, null),
  'recent-calls-failed': recentCallsMessage({ ...noList, state: 'failed' }, null, null),
  retracted: retractedMessage(),
  ...named('problem', problems, (details, code) =>
    problemMessage(new CallSummaryError(code as ErrorCode, details), reference),
  ),
};

const notAMember = problemMessage(
  new CallSummaryError('not_posted', { obstacle: 'not_a_member', slackError: 'not_in_channel' }),
  reference,
);

const nothingTyped = { cdrId: '', extensionNumber: '' };
const reading = { kind: 'read', home: null, near: null, offersCalls: true, suggested: nothingTyped } as const;

const sharing: ShareView = {
  wish: { home: thread, reference: documented.reference, fingerprint: documented.fingerprint, shown: null },
  choice: { channelId: thread.channelId, isInThread: true, isMasked: false, isOutsideConfirmed: false },
  audience: {
    channelId: thread.channelId,
    name: 'inc-482-login-loop',
    kind: 'private',
    people: 48,
    sharing: 'own_workspace',
    isArchived: false,
  },
  obstacle: null,
  preview: { summary: documented, sharedBy: agent, masked: null },
};
const outside: ShareView['audience'] = {
  kind: 'public',
  isArchived: false,
  channelId: 'C0EXTSHARE6',
  name: 'ext-northwind',
  people: 12,
  sharing: 'external',
};
const outsideChoice = { ...sharing.choice, channelId: 'C0EXTSHARE6' };
const talkative = summaryOf(
  '<p>Key Points</p><ul><li>Call back on +44 20 7946 0018 or 020 7946 0018.</li><li>Write to kristin@example.com.</li></ul>',
);

/** Every window the app can open, by name. */
export const galleryModals: Readonly<Record<string, ModalView>> = {
  'modal-waiting': waitingModal(),
  'modal-find-call': findCallModal(reading, nothingTyped),
  'modal-find-call-without-a-list': findCallModal({ ...reading, offersCalls: false }, nothingTyped),
  'modal-find-call-to-share': findCallModal({ ...reading, kind: 'share', home: thread, near: thread.threadTs }, ids),
  'modal-find-call-after-a-problem': findCallModal(
    reading,
    ids,
    problemMessage(new CallSummaryError('summary_not_found', problems.summary_not_found), reference).blocks,
  ),
  'modal-summary': summaryModal(documented, 1, null),
  'modal-summary-second-page': summaryModal(veryLong, 2, null),
  'modal-share': shareModal(sharing),
  'modal-share-anywhere': shareModal({
    ...sharing,
    wish: { ...sharing.wish, home: null },
    choice: { ...sharing.choice, channelId: null },
    audience: null,
  }),
  'modal-share-not-fetched': shareModal({ ...sharing, preview: null }, notAMember),
  'modal-share-masked': shareModal({
    ...sharing,
    choice: { ...sharing.choice, isMasked: true },
    preview: {
      summary: redact(talkative).summary,
      sharedBy: agent,
      masked: maskedWords(redact(talkative).masked),
    },
  }),
  'modal-share-outside-refused': shareModal({
    ...sharing,
    choice: outsideChoice,
    audience: outside,
    obstacle: 'external_channel',
  }),
  'modal-share-outside-to-confirm': shareModal({
    ...sharing,
    choice: outsideChoice,
    audience: outside,
    obstacle: 'outsiders_unconfirmed',
  }),
  'modal-not-shared': shareModal(sharing, notAMember),
  'modal-unconfirmed': unconfirmedModal(
    documented,
    problemMessage(new CallSummaryError('post_unconfirmed', {}), reference),
  ),
  'modal-shared': sharedModal(thread),
};

/** The gallery as files: JSON for Slack's Block Kit Builder, and what a person sees. File name to content. */
export function galleryFiles(): Readonly<Record<string, string>> {
  const drawing = { colour: false };
  const files: Record<string, string> = {};
  for (const [name, message] of Object.entries(galleryMessages)) {
    files[`${name}.json`] = `${JSON.stringify(message, null, 2)}\n`;
    files[`${name}.txt`] = `${drawMessage({ ...message, blocks: asJson(message.blocks) }, drawing)}\n`;
  }
  for (const [name, view] of Object.entries(galleryModals)) {
    files[`${name}.json`] = `${JSON.stringify(view, null, 2)}\n`;
    files[`${name}.txt`] = `${drawView({ ...view, blocks: asJson(view.blocks) }, drawing)}\n`;
  }
  return files;
}

/** Blocks as they are on the wire. */
const asJson = (blocks: unknown) => JSON.parse(JSON.stringify(blocks));
