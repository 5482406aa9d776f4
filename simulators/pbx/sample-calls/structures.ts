import type { SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

const nothingToDo: SampleCall = {
  cdrId: '20260515100517-F8890',
  extensionNumber: '1002',
  shows: 'Nothing left to do: the list under "Follow-up Actions" (small u) is there and empty.',
  row: { call_from: 'Dana Whitlock<2025550118>' },
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '1002',
      id: 66,
      createdAt: 1778810961,
      summary:
        section('Call Summary', ['Dana Whitlock confirmed that the replacement charger arrived and works.']) +
        section('Key Points', ['The order is complete.', 'She is happy with the delivery time.']) +
        '<p>Follow-up Actions</p>\n<ul>\n\n</ul>\n',
    },
  ],
};

const prose: SampleCall = {
  cdrId: '20260515143651-9E4D0',
  extensionNumber: '4000',
  shows: 'Prose: three paragraphs, no heading and no list.',
  row: { call_from: 'Gil Marchetti<2025550126>' },
  answersBySide: 'asked',
  parties: [
    {
      side: 'dst',
      extensionNumber: '4000',
      id: 69,
      createdAt: 1778827264,
      summary:
        '<p>Gil Marchetti from Marchetti Tiles rang to ask whether the pallet of grey tiles could be picked up today ' +
        'instead of tomorrow.</p>\n<p>Sam Ortega explained that the forklift is being serviced until three o’clock.<br>' +
        'After that the pallet can be loaded at gate 2.</p>\n<p>They settled on half past three.</p>\n',
    },
  ],
};

const nested: SampleCall = {
  cdrId: '20260515152009-1A7C5',
  extensionNumber: '4002',
  shows: 'Lists inside lists, a numbered list, and text before the first heading.',
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '4002',
      id: 70,
      createdAt: 1778829988,
      summary:
        '<p>This summary covers the second half of the call, after the line had dropped once and been restored.</p>\n' +
        '<h3>Key Points</h3>\n<ul>\n<li>Two machines need attention:\n<ul>\n<li>Press 4: oil on the floor\n<ul>\n' +
        '<li>seal worn</li>\n<li>tray full</li>\n</ul>\n</li>\n<li><p>Saw 1: guard loose</p></li>\n</ul>\n</li>\n' +
        '<li>The night shift was told.</li>\n</ul>\n<h3>Follow-Up Actions</h3>\n<ol>\n<li>Switch press 4 off.</li>\n' +
        '<li>Replace the seal:\n<ol>\n<li>drain the oil</li>\n<li>fit part 77-210</li>\n</ol>\n</li>\n' +
        '<li>Tighten the guard of saw 1.</li>\n</ol>\n',
    },
  ],
};

const emphasis: SampleCall = {
  cdrId: '20260515161230-6B0F2',
  extensionNumber: '2100',
  shows: 'Entities and emphasis inside the points: & < > quotes, bold, italics, code.',
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '2100',
      id: 71,
      createdAt: 1778833021,
      summary:
        section('Call Summary', [
          'Fern &amp; Dale Partners asked about invoice <strong>FD-2207</strong>, which is <em>not</em> theirs.',
          'The amount was &lt; 500 &euro; in April &mdash; and &gt; 900 &euro; in May.',
        ]) +
        section('Key Points', [
          'Their reference is <code>PO_4471*</code>; please quote it &quot;as is&quot;.',
          '<b>It&#39;s the second</b> mix&#x2d;up this year&hellip;',
        ]) +
        section('Follow-Up Actions', ['Lukas Brandt sends a corrected invoice by <strong><em>Thursday</em></strong>.']),
    },
  ],
};

/** Calls whose summaries are built in other ways than the vendor's example. */
export const callsOfOtherStructure: readonly SampleCall[] = [nothingToDo, prose, nested, emphasis];
