import type { Party, SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

/** A short call of extension 3202 in which one field is written in another way than in the example. */
function shortCall(cdrId: string, shows: string, odd: Pick<Party, 'createdAt'> & Partial<Party>): SampleCall {
  const summary =
    section('Call Summary', ['Marek Dvorak asked for the opening hours of the returns desk.']) +
    section('Key Points', ['He comes on Saturday.']) +
    section('Follow-Up Actions', ['Leave a note for the returns desk.']);
  const party: Party = { side: 'dst', extensionNumber: '3202', summary, ...odd };
  const row = { call_from: 'Marek Dvorak<2025550128>' };
  return { cdrId, extensionNumber: '3202', shows, row, answersBySide: 'documented', parties: [party] };
}

/** Calls with a field in another type or unit, as public clients have met them. */
export const callsWithOddFields: readonly SampleCall[] = [
  shortCall('20260518112719-55E30', 'The times are texts of digits, as the vendor’s table (not its example) says.', {
    createdAt: '1779075102',
    updatedAt: '1779075102',
  }),
  shortCall('20260518130158-A9B44', 'The times are in milliseconds.', { createdAt: 1779080791000 }),
  shortCall('20260518134426-0F6D8', 'The extension number comes as a JSON number.', {
    createdAt: 1779083340,
    reportedNumber: 3202,
  }),
];
