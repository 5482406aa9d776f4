import type { ExternalSelect, PlainTextOption } from '@slack/types';
import { plain } from '../kit.ts';

/** The menu of calls; Slack asks for its entries under this name. The chosen value is what `encodeReference` gives. */
export const recentCallsActionId = 'recent_calls';

/** A menu that lists recent calls as soon as it is opened, and searches in them as somebody types. */
export const recentCallsSelect = (initial?: PlainTextOption): ExternalSelect => ({
  type: 'external_select',
  action_id: recentCallsActionId,
  min_query_length: 0,
  placeholder: plain('Name, number or day'),
  ...(initial === undefined ? {} : { initial_option: initial }),
});

/** Stands in the menu while the phone system is still being asked; it is no call. */
export const stillFetchingOption: PlainTextOption = {
  text: plain('Still fetching the calls. Open this list again in a moment.'),
  value: 'still_fetching',
};
