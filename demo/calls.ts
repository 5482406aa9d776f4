import type { SampleCall } from '../simulators/pbx/index.ts';
import { allCalls } from '../simulators/pbx/sample-calls/index.ts';

/** A call with something to mask in its summary. */
const callWithNumbers: SampleCall = {
  cdrId: '20260518161530-B3D47',
  extensionNumber: '3202',
  shows: 'Numbers and an address, which are masked where the access file says so.',
  row: { call_from: 'Kristin Hale<2025550143>', call_to: 'Leo Ball<3202>' },
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '3202',
      createdAt: 1779092430,
      summary:
        '<p>Key Points</p>\n<ul>\n<li>Kristin Hale can be reached at 202 555 0143 or kristin@hale.example.</li>\n' +
        '<li>She paid with card 4111 1111 1111 1111.</li>\n</ul>\n' +
        '<p>Follow-Up Actions</p>\n<ul>\n<li>Send her the receipt.</li>\n</ul>\n',
    },
  ],
};

/** The calls one can ask for by name; besides them the phone system has recent ones. */
export const demoCalls: readonly SampleCall[] = [...allCalls, callWithNumbers];
