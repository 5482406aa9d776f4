import type { SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

const uid = '202605151130021D4F6';

const beforeTheTransfer: SampleCall = {
  cdrId: '20260515113002-2C6E4',
  uid,
  extensionNumber: '1000',
  shows: 'First leg of a transferred call: the front desk answers a customer.',
  row: { call_from: 'Bea Lindqvist<2025550161>' },
  answersBySide: 'own',
  parties: [
    {
      side: 'dst',
      extensionNumber: '1000',
      id: 67,
      createdAt: 1778815999,
      summary:
        section('Call Summary', ['Bea Lindqvist of Lindqvist Optics reported noise on all outgoing calls.']) +
        section('Key Points', ['The noise began after Monday’s storm.', 'Incoming calls are clear.']) +
        section('Follow-Up Actions', ['Ingrid Voss transfers the call to support.']),
    },
  ],
};

const afterTheTransfer: SampleCall = {
  cdrId: '20260515113218-B7A19',
  uid,
  extensionNumber: '1003',
  shows: 'Second leg of that call, front desk 1000 to support 1003: each party has a summary, under its own side only.',
  answersBySide: 'own',
  parties: [
    {
      side: 'src',
      extensionNumber: '1000',
      id: 68,
      createdAt: 1778816275,
      summary:
        section('Call Summary', ['Ingrid Voss handed Bea Lindqvist over to Mei Lin.']) +
        section('Follow-Up Actions', ['None for the front desk.']),
    },
    {
      side: 'dst',
      extensionNumber: '1003',
      id: 169,
      createdAt: 1778816279,
      updatedAt: 1778817120,
      summary:
        section('Call Summary', ['Mei Lin took over the call about noise on outgoing calls at Lindqvist Optics.']) +
        section('Key Points', ['A surge protector was bypassed on Monday.', 'The noise stops on the spare line.']) +
        section('Follow-Up Actions', ['Jonas Weber checks the surge protector on site on Friday.']),
    },
  ],
};

/** One call, two legs. */
export const transferredCall: readonly SampleCall[] = [beforeTheTransfer, afterTheTransfer];
