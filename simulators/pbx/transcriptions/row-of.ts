import type { PbxClock } from '../clock/index.ts';
import type { Extension } from '../extensions.ts';
import { personOf } from '../extensions.ts';
import type { Party, SampleCall } from '../sample-calls/sample-call.ts';
import type { TranscriptionRow } from '../sample-calls/transcription-row.ts';

/** What of a PBX is needed to write a row. */
export type RowWriter = { clock: PbxClock; extensions: readonly Extension[] };

/** A row as it stands in a file: any field may be missing or of another type. */
export type WrittenRow = { [Field in keyof TranscriptionRow]?: unknown };

/** The row of one leg: what its parties tell, a plausible rest, and over both what the call itself says of its row. */
export function rowOf(call: SampleCall, { clock, extensions }: RowWriter): WrittenRow {
  const digits = startOf(call);
  const ends = endsOf(call, extensions);
  const usual: TranscriptionRow = {
    uid: uidOf(call),
    leg_id: call.cdrId,
    time: clock.write(digits),
    ...ends,
    call_duration: 30 + (serialOf(call) % 600),
    ai_transcription: turnsOf(ends, clock.momentOf(digits)),
    ai_summary: summaryOf(call),
  };
  return { ...usual, ...call.row };
}

/** The local digits at which a leg began, from the head of its id; "" for an id of another form. */
export function startOf({ cdrId }: SampleCall): string {
  return /^\d{14}/.exec(cdrId)?.[0] ?? '';
}

/** The id of the whole call: the sample's own, or one as for a call of one leg. */
export function uidOf(call: SampleCall): string {
  return call.uid ?? `${startOf(call)}${(0xfffff - serialOf(call)).toString(16).toUpperCase().padStart(5, '0')}`;
}

/** The number in the five hex digits of a leg id: stands for chance, and is the same on every run. */
function serialOf({ cdrId }: SampleCall): number {
  return Number.parseInt(/[0-9A-F]{5}$/i.exec(cdrId)?.[0] ?? '0', 16);
}

type Ends = Pick<TranscriptionRow, 'call_type' | 'call_from' | 'call_to'>;

/** A leg with both parties is internal, one with a caller only went out, and every other came in. */
function endsOf(call: SampleCall, extensions: readonly Extension[]): Ends {
  const [src, dst] = [partyOn(call, 'src'), partyOn(call, 'dst')];
  const isNamed = serialOf(call) % 2 === 0;
  const write = (number: string) => writeEnd(number, isNamed ? extensions : []);
  const stranger = `20255501${String(serialOf(call) % 100).padStart(2, '0')}`;
  if (src === undefined) {
    return { call_type: 'Inbound', call_from: stranger, call_to: write(dst?.extensionNumber ?? call.extensionNumber) };
  }
  const from = write(src.extensionNumber);
  if (dst === undefined) return { call_type: 'Outbound', call_from: from, call_to: stranger };
  return { call_type: 'Internal', call_from: from, call_to: write(dst.extensionNumber) };
}

/** An end as the PBX writes it: "Leo Ball<3202>" for an extension among the given ones, else the number alone. */
export function writeEnd(number: string, extensions: readonly Extension[]): string {
  const extension = extensions.find((one) => one.number === number);
  return extension === undefined ? number : `${personOf(extension)}<${number}>`;
}

function turnsOf({ call_from: from, call_to: to }: Ends, start: number): TranscriptionRow['ai_transcription'] {
  if (Number.isNaN(start)) return [];
  const say = (end: string, content: string, seconds: number) => {
    const number = /<([^<>]*)>$/.exec(end)?.[1] ?? end;
    return { type: 'speak' as const, source_number: number, content, timestamp: start + seconds * 1_000 };
  };
  return [say(to, 'Good morning, how can I help?', 4), say(from, 'Hello, I am calling about our last order.', 9)];
}

/** The file has one summary a leg; of two, the PBX keeps the callee's. Undocumented. */
function summaryOf(call: SampleCall): string {
  return (partyOn(call, 'dst') ?? partyOn(call, 'src'))?.summary ?? '';
}

function partyOn(call: SampleCall, side: Party['side']): Party | undefined {
  return 'parties' in call ? call.parties.find((party) => party.side === side) : undefined;
}
