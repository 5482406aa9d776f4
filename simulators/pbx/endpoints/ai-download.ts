import { succeed } from '../answer.ts';
import { legsOf } from '../machine.ts';
import { readFilter } from '../transcriptions/filter.ts';
import { rowOf } from '../transcriptions/row-of.ts';
import type { Endpoint } from './endpoint.ts';

/** Have the PBX write a file of legs with their AI transcriptions (Yeastar: download-ai-call-transcription-data page). */
export const aiDownload: Endpoint = {
  version: 'v2.0',
  method: 'GET',
  needsToken: true,
  answer: ({ query }, pbx) => {
    const wants = readFilter(query, pbx.clock);
    if (typeof wants !== 'function') return wants;
    const writer = { clock: pbx.clock, extensions: pbx.directory.extensions };
    const written = legsOf(pbx).map((call) => ({ call, row: rowOf(call, writer) }));
    const rows = written.filter(({ call, row }) => wants(call, row)).map(({ row }) => row);
    return succeed(pbx.downloads.offer(rows));
  },
};
