import type { JsonObject } from '../json.ts';
import { knownNames, type Names } from '../names.ts';
import { blockLines, type Paper } from './blocks.ts';
import { formatDate } from './dates.ts';
import { framed, frameWidth, usualWidth } from './frame.ts';
import { mrkdwnSpans } from './mrkdwn.ts';
import { type Line, paint, span } from './span.ts';
import { wrap } from './wrap.ts';

/** How to draw. */
export interface Drawing {
  /** ANSI styles; plain text without. */
  readonly colour: boolean;
  /** Columns of the whole drawing; 78 unless said otherwise. */
  readonly width?: number;
  /** A line above everything, such as a channel's name. */
  readonly heading?: string;
  /** Names to show instead of ids; those of the simulated workspace unless said otherwise. */
  readonly names?: Names;
}

/** What a message needs to be drawn: any posted or ephemeral message has it. */
export interface DrawableMessage {
  readonly text: string;
  readonly ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly blocks?: readonly JsonObject[];
  readonly edited?: unknown;
  readonly thread_ts?: string;
  readonly visibleTo?: string;
}

/** Takes a message; gives what the person in Slack sees, for a terminal: who wrote it, for whom, and its content in a box. */
export function drawMessage(message: DrawableMessage, drawing: Drawing): string {
  const { colour, width = usualWidth, heading, names = knownNames } = drawing;
  const paper: Paper = { width: width - frameWidth, names };
  const content = message.blocks?.length
    ? blockLines(message.blocks, paper)
    : wrap(mrkdwnSpans(message.text, names), paper.width);
  const above = [
    ...(heading ? [[span(heading, { bold: true })]] : []),
    ...threadLine(message),
    ...privacyLine(message),
    ...authorLine(message, names),
  ];
  return [...above.map((line) => paint(line, colour)), ...framed(content, width, colour)].join('\n');
}

function threadLine({ ts, thread_ts }: DrawableMessage): readonly Line[] {
  return thread_ts === undefined || thread_ts === ts ? [] : [[span('↳ in a thread', { dim: true })]];
}

function privacyLine({ visibleTo }: DrawableMessage): readonly Line[] {
  return visibleTo === undefined ? [] : [[span('Only visible to you', { dim: true })]];
}

function authorLine({ user, bot_id, ts, edited }: DrawableMessage, names: Names): readonly Line[] {
  if (user === undefined) return [];
  const badge = bot_id === undefined ? '' : '  APP';
  const time = ts === undefined ? '' : `  ${formatDate(Number(ts), '{time}')}`;
  return [
    [span(names[user] ?? user, { bold: true }), span(`${badge}${time}${edited ? '  (edited)' : ''}`, { dim: true })],
  ];
}
