import type { Party, SampleCall } from './sample-call.ts';

const ok = { errcode: 0, errmsg: 'SUCCESS' };

/** Calls of extension 3202 with nothing to show, in every shape of nothing a PBX may choose. */
export const callsWithoutSummary: readonly SampleCall[] = [
  nothing('20260518140005-11D02', 'Not ready yet: the PBX answers errcode 2, PROCESSING.', {
    errcode: 2,
    errmsg: 'PROCESSING',
  }),
  nothing('20260518141012-22C13', 'No summary: data is an empty object.', { ...ok, data: {} }),
  nothing('20260518142031-33B24', 'No summary: data is null.', { ...ok, data: null }),
  nothing('20260518143047-44A35', 'No summary: there is no data at all.', ok),
  nothing('20260518144058-55946', 'No summary: data is an empty list.', { ...ok, data: [] }),
  nothing('20260518145103-66857', 'No summary: data.src is an empty object.', { ...ok, data: { src: {} } }),
  nothing('20260518150119-77768', 'No summary: data.src is null.', { ...ok, data: { src: null } }),
  nothing('20260518151127-88679', 'No summary: the PBX answers 60001, DATA NOT FOUND.', {
    errcode: 60001,
    errmsg: 'DATA NOT FOUND',
  }),
  withoutText('20260518152135-9958A', 'No summary: its text is empty.', { summary: '', createdAt: 1779089101 }),
  withoutText('20260518153144-AA49B', 'No summary: its text is null.', { summary: null, createdAt: 1779089740 }),
];

type WholeAnswer = Extract<SampleCall, { wholeAnswer: unknown }>['wholeAnswer'];

function nothing(cdrId: string, shows: string, wholeAnswer: WholeAnswer): SampleCall {
  return { cdrId, extensionNumber: '3202', shows, wholeAnswer };
}

function withoutText(cdrId: string, shows: string, empty: Pick<Party, 'summary' | 'createdAt'>): SampleCall {
  const party: Party = { side: 'dst', extensionNumber: '3202', ...empty };
  return { cdrId, extensionNumber: '3202', shows, answersBySide: 'documented', parties: [party] };
}
