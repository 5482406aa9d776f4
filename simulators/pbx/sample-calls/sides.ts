import type { SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

const onlyTheCaller: SampleCall = {
  cdrId: '20260518094702-40D1B',
  extensionNumber: '1001',
  shows: 'The extension is the caller: "src" answers, "dst" gives nothing.',
  row: { call_to: 'Ollie Grant<2025550127>' },
  answersBySide: 'own',
  parties: [
    {
      side: 'src',
      extensionNumber: '1001',
      id: 73,
      createdAt: 1779069087,
      summary:
        section('Call Summary', ['Tomás Rivera called Ollie Grant at Grant & Daughters about the spring offer.']) +
        section('Key Points', ['They want 40 headsets, not 25.', 'The price holds until 31 May.']) +
        section('Follow-Up Actions', ['Send the revised offer today.']),
    },
  ],
};

const bothAtOnce: SampleCall = {
  cdrId: '20260518101533-D3F07',
  extensionNumber: '4001',
  shows: 'An internal call, 4001 to 4003, whose answer always holds both parties at once.',
  answersBySide: 'both',
  parties: [
    {
      side: 'src',
      extensionNumber: '4001',
      id: 74,
      createdAt: 1779070790,
      summary: section('Call Summary', ['Ruth Adeyemi asked the workshop to take in a returned drill.']),
    },
    {
      side: 'dst',
      extensionNumber: '4003',
      id: 75,
      createdAt: 1779070792,
      summary: section('Call Summary', ['Hana Sato agreed to look at the returned drill on Tuesday.']),
    },
  ],
};

const somebodyElse: SampleCall = {
  cdrId: '20260518104400-8C2A9',
  extensionNumber: '3202',
  shows: 'Another party’s summary: 3202 is asked for, the answer belongs to 1001 and must not be shown.',
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '3202',
      id: 76,
      createdAt: 1779072499,
      name: 'Sales - Tomás Rivera',
      reportedNumber: '1001',
      summary: section('Call Summary', ['This is about a salary and is for Tomás Rivera only.']),
    },
  ],
};

/** Calls that differ in whose summary stands under which key. */
export const callsBySide: readonly SampleCall[] = [onlyTheCaller, bothAtOnce, somebodyElse];
