import type { JsonObject } from '../json.ts';
import { type Checked, refused } from './reply.ts';

/** Part of a list, and the cursor to ask for the rest with; empty at the end. */
interface Page<T> {
  readonly entries: readonly T[];
  readonly next: string;
}

const usualLimit = 100;
const largestLimit = 999;

/** Takes a list, `cursor` and `limit` of a call, and how much Slack gives at once; gives the page (docs.slack.dev/apis/web-api/pagination). */
export function pageOf<T>(all: readonly T[], { cursor = '', limit }: JsonObject, atOnce: number): Checked<Page<T>> {
  const start = cursor === '' ? 0 : placeOf(String(cursor));
  if (start === undefined || start > all.length) return { refusal: refused('invalid_cursor') };
  const size = limit === undefined ? usualLimit : Number(limit);
  if (!Number.isInteger(size) || size < 1 || size > largestLimit) return { refusal: refused('invalid_limit') };
  const end = start + Math.min(size, atOnce);
  return { value: { entries: all.slice(start, end), next: end < all.length ? cursorTo(end) : '' } };
}

/** A cursor looks like any other text to the app. */
const cursorTo = (place: number) => Buffer.from(`place:${place}`).toString('base64');

function placeOf(cursor: string): number | undefined {
  const [, place] = /^place:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return place === undefined ? undefined : Number(place);
}
