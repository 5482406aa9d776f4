import { allCalls } from '../../simulators/pbx/sample-calls/index.ts';
import type { Question } from '../targets/pbx-questions.ts';

const summaryHtml = allCalls.flatMap((call) => ('parties' in call ? call.parties.map(({ summary }) => summary) : []));
const party = {
  id: 53,
  ext_num: '3202',
  name: 'Human Agent - Leo Ball',
  call_id: '20260513223234-3EE9E',
  summary: summaryHtml[0] ?? '',
  created_at: '1778682824',
  updated_at: 1778682824,
};
const row = {
  uid: '202605132232343EE9D',
  leg_id: '20260513223234-3EE9E',
  time: '2026/05/13 22:32:34',
  call_type: 'Inbound',
  call_from: 'Kristin Hale<2025550143>',
  call_to: 'Leo Ball<3202>',
  call_duration: 214,
  ai_transcription: [{ source_number: '3202', source_name: 'Leo Ball', content: 'Good morning', time: '22:32:36' }],
  ai_summary: '<p>Call Summary</p>',
};
const extensionRow = { id: 60, number: '3202', caller_id_name: 'Leo Ball', email_addr: 'leo.ball@helpdesk.example' };
const success = { errcode: 0, errmsg: 'SUCCESS' };

/** Answers as the vendor's pages have them, and the file with the calls. */
export const realAnswers: Readonly<Record<Question | 'rows', readonly unknown[]>> = {
  token: [
    {
      ...success,
      access_token_expire_time: 1800,
      access_token: 'a',
      refresh_token_expire_time: 86400,
      refresh_token: 'r',
    },
  ],
  extension: [
    { ...success, total_number: 1, data: [extensionRow] },
    { ...success, total_number: '2', data: [extensionRow, { ...extensionRow, number: 3203 }] },
  ],
  emails: [{ ...success, total_number: 2, data: [extensionRow, { ...extensionRow, number: '3203', email_addr: '' }] }],
  summary: [
    { ...success, data: { dst: party } },
    { ...success, data: { dst: party, src: { ...party, ext_num: '1005' } } },
    { ...success, data: null },
  ],
  clock: [
    {
      ...success,
      data: {
        system_time: '2025/08/22 16:44:40',
        system_date_format: 'YYYY/MM/DD',
        system_time_format: 'hh:mm:ss',
        timestamp: 1755852280,
      },
    },
  ],
  file: [{ ...success, file: 'calls.json', download_resource_url: '/api/download/calls-20260514104731.json' }],
  rows: [
    [row],
    [
      row,
      { ...row, leg_id: '20260513223300-3EE9F', call_type: 'Internal', call_from: '3203', call_to: 'Leo Ball<3202>' },
    ],
    [],
    success,
  ],
};
