import type { PbxAnswer } from '../answer.ts';
import { refuse, succeed } from '../answer.ts';
import type { Extension } from '../extensions.ts';
import type { Party, SampleCall, Side } from './sample-call.ts';

/** Who is asked about: an extension, and the side the client believes it was on. */
type Question = { side: Side; extension: Extension };

/** What the PBX answers about a leg. An extension that was not on it gets 60001; asked on the wrong side, nothing. */
export function answerFor(
  call: SampleCall,
  { side, extension }: Question,
  extensions: readonly Extension[],
): PbxAnswer {
  if ('wholeAnswer' in call) return call.wholeAnswer;
  const party = call.parties.find(({ extensionNumber }) => extensionNumber === extension.number);
  if (party === undefined) return refuse(60001);
  const told = (one: Party) => summaryObject(call, one, extensions);
  switch (call.answersBySide) {
    case 'documented':
      return succeed({ data: { dst: told(party) } });
    case 'asked':
      return succeed({ data: { [side]: told(party) } });
    case 'own':
      return succeed({ data: party.side === side ? { [side]: told(party) } : {} });
    case 'both':
      return succeed({ data: Object.fromEntries(call.parties.map((one) => [one.side, told(one)])) });
  }
}

/** The vendor's Summary object, its fields in the order of the example. */
function summaryObject(call: SampleCall, party: Party, extensions: readonly Extension[]) {
  const extension = extensions.find(({ number }) => number === party.extensionNumber);
  return {
    id: party.id ?? 1_000,
    call_id: call.cdrId,
    summary: party.summary,
    created_at: party.createdAt,
    updated_at: party.updatedAt ?? party.createdAt,
    avatar: party.avatar ?? '',
    name: party.name ?? extension?.name ?? '',
    ext_num: party.reportedNumber ?? party.extensionNumber,
  };
}
