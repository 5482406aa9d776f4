import type { PostObstacle, RefusalReason } from '../errors.ts';
import { refusalHappened, type Sentences } from './refusal-words.ts';
import { askAdministrator, tryAgain } from './usual-words.ts';

/** Why nothing was posted, and what the person can do. The summary stays in front of them in every case. */
export const postObstacles: Readonly<Record<PostObstacle, Sentences>> = {
  not_a_member: {
    happened: 'I can’t post there yet, because I am not in that channel.',
    next: 'Type /invite @callsummary in it, then try again. Until then the summary is shown only to you.',
  },
  direct_message: {
    happened: 'I don’t share call summaries in direct messages.',
    next: 'Choose a channel, or copy what you need from here.',
  },
  archived: { happened: 'That channel is archived, so nothing can be posted in it.', next: 'Choose another one.' },
  restricted: {
    happened: 'Posting in that channel is limited by its settings.',
    next: 'Ask a channel manager, or choose another channel.',
  },
  replies_off: { happened: 'Replies are switched off there.', next: 'Untick the thread, or choose another channel.' },
  target_gone: {
    happened: 'The message I was to reply to is gone.',
    next: 'Untick the thread, or choose another channel.',
  },
  too_long: {
    happened: 'This summary is too long to post.',
    next: 'Copy what you need from here.',
  },
  app_permission: {
    happened: 'The app lacks a permission in this workspace.',
    next: 'Somebody who manages apps has to install it again.',
  },
  app_disconnected: {
    happened: 'The app has lost its connection to this workspace.',
    next: 'Somebody who manages apps has to install it again.',
  },
  slack_busy: { happened: 'Slack asks for a pause, so nothing was posted.', next: tryAgain },
  slack_unreachable: {
    happened: 'Slack can’t be reached just now, so nothing was posted.',
    next: tryAgain,
  },
  unknown: { happened: 'Slack did not accept the post.', next: askAdministrator },
};

/** What stands in the way of a place, before anything was tried. */
export const obstacleWords = (obstacle: PostObstacle | RefusalReason): string =>
  isRefusal(obstacle) ? refusalHappened[obstacle] : sentenceOf(postObstacles[obstacle]);

const isRefusal = (obstacle: PostObstacle | RefusalReason): obstacle is RefusalReason =>
  Object.hasOwn(refusalHappened, obstacle);

const sentenceOf = ({ happened, next }: Sentences) => `${happened} ${next}`;
