import type { HeaderBlock, RichTextBlock } from '@slack/types';
import type { CallSummary } from '../services/call-summary.ts';
import { months } from './days.ts';
import { plain, shortened } from './kit.ts';
import { slackLimits } from './limits.ts';
import { richTextLine } from './rich-text.ts';

/** Said of every summary, wherever it is shown. */
export const aiNote = 'AI-generated from what was said on the call. Check before you act on it.';

/** What a summary is headed with: whose call it was. A name too long for Slack's header ends in "…". */
export function summaryTitle({ name, reference }: CallSummary): string {
  const number = reference.extensionNumber;
  if (name === '') return `Call summary · ${number}`;
  const title = `Call summary · ${name}`;
  const ending = ` (${number})`;
  const room = slackLimits.headerCharacters - ending.length;
  return shortened(title, room) + ending;
}

/** The title as the large first line of a message or modal. */
export function headerBlock(summary: CallSummary): HeaderBlock {
  return { type: 'header', text: plain(summaryTitle(summary)) };
}

/** When the summary was written, in each reader's own time zone, and the leg id to speak of the call by. */
export function momentBlock({ summarisedAt, reference }: CallSummary): RichTextBlock {
  if (summarisedAt === null) return richTextLine(`Leg ${reference.cdrId}`);
  const timestamp = Math.floor(summarisedAt.getTime() / 1000);
  const date = { type: 'date', timestamp, format: '{date_short} at {time}', fallback: utcTime(summarisedAt) } as const;
  return richTextLine('Summarised ', date, ` · leg ${reference.cdrId}`);
}

/** The same in words, in UTC, for texts that know no reader's time zone. */
export function momentText({ summarisedAt, reference }: CallSummary): string {
  if (summarisedAt === null) return `Leg ${reference.cdrId}`;
  return `Summarised ${utcTime(summarisedAt)} · leg ${reference.cdrId}`;
}

function utcTime(time: Date): string {
  const hours = String(time.getUTCHours()).padStart(2, '0');
  const minutes = String(time.getUTCMinutes()).padStart(2, '0');
  return `${time.getUTCDate()} ${months[time.getUTCMonth()]} ${time.getUTCFullYear()}, ${hours}:${minutes} UTC`;
}
