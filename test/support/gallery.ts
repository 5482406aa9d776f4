import type { ModalView } from '@slack/types';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';
import { callSummaryMessage } from '../../src/blocks/call-summary.ts';
import type { Message } from '../../src/blocks/message.ts';
import { findCallModal } from '../../src/blocks/modals/find-call-modal.ts';
import { waitingModal } from '../../src/blocks/modals/plain-modals.ts';
import { notPostedModal, postedModal, previewModal, unconfirmedModal } from '../../src/blocks/modals/preview-modal.ts';
import { summaryModal } from '../../src/blocks/modals/summary-modal.ts';
import { problemMessage } from '../../src/blocks/problem.ts';
import { helpMessage } from '../../src/blocks/usage.ts';
import { restartingMessage, stillFetchingMessage } from '../../src/blocks/waiting.ts';
import {
  CallSummaryError,
  type ErrorCode,
  type ErrorDetails,
  type PostObstacle,
  type UsageProblem,
} from '../../src/errors.ts';
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

const ids = { cdrId: '20260513223234-3EE9E', extensionNumber: '3202' };
const problems: { [Code in ErrorCode]: ErrorDetails[Code] } = {
  usage: { problem: usageProblems.nothing_given },
  not_allowed: { readerId: agent },
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
  summary_changed: {},
};

const named = <T>(prefix: string, entries: Record<string, T>, draw: (value: T, key: string) => Message) =>
  Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [`${prefix}-${key}`.replaceAll('_', '-'), draw(value, key)]),
  );

/** Everything the app can say in a conversation, by name. */
export const galleryMessages: Readonly<Record<string, Message>> = {
  'summary-documented-call': callSummaryMessage(documented),
  'summary-posted-into-a-thread': callSummaryMessage(documented, { postedBy: agent }),
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
  ...named('problem', problems, (details, code) =>
    problemMessage(new CallSummaryError(code as ErrorCode, details), reference),
  ),
};

const notAMember = problemMessage(
  new CallSummaryError('not_posted', { obstacle: 'not_a_member', slackError: 'not_in_channel' }),
  reference,
);

/** Every window the app can open, by name. */
export const galleryModals: Readonly<Record<string, ModalView>> = {
  'modal-waiting': waitingModal(),
  'modal-find-call': findCallModal({ kind: 'read' }, { cdrId: '', extensionNumber: '' }),
  'modal-find-call-to-post': findCallModal({ kind: 'post', thread }, ids),
  'modal-find-call-after-a-problem': findCallModal(
    { kind: 'read' },
    ids,
    problemMessage(new CallSummaryError('summary_not_found', problems.summary_not_found), reference).blocks,
  ),
  'modal-summary': summaryModal(documented, 1),
  'modal-summary-second-page': summaryModal(veryLong, 2),
  'modal-preview': previewModal(documented, thread, agent),
  'modal-not-posted': notPostedModal(documented, thread, agent, notAMember),
  'modal-unconfirmed': unconfirmedModal(
    documented,
    problemMessage(new CallSummaryError('post_unconfirmed', {}), reference),
  ),
  'modal-posted': postedModal(thread.channelId),
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
