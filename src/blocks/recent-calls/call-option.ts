import type { PlainTextOption } from '@slack/types';
import type { OfferedCall } from '../../services/recent-calls/offer.ts';
import { encodeReference } from '../call-reference-value.ts';
import { plain, shortened } from '../kit.ts';
import { callDetails, createCallTitle } from './call-words.ts';

/** docs.slack.dev/reference/block-kit/composition-objects/option-object: text and description; options of one menu. */
export const optionLimits = { characters: 75, options: 100 } as const;

/**
 * Calls as the entries of a menu, in their order, as many as Slack takes. One list without headings: the day stands in
 * each entry, and stays right where the nearest call comes first.
 */
export function callOptions(calls: readonly OfferedCall[], timeZone: string | null): PlainTextOption[] {
  const title = createCallTitle(timeZone);
  return calls.slice(0, optionLimits.options).map((call) => optionOf(call, title(call)));
}

/** Its value is what `encodeReference` gives. */
const optionOf = (call: OfferedCall, title: string): PlainTextOption => ({
  text: plain(shortened(title, optionLimits.characters)),
  description: plain(callDetails(call)),
  value: encodeReference(call.reference),
});
