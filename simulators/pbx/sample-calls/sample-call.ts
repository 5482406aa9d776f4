import type { LastStatus, RowOverrides } from './transcription-row.ts';

/** The caller's side of a leg is `src`, the callee's is `dst`. */
export type Side = 'src' | 'dst';

/** One party of a leg and the summary the PBX wrote for it. */
export type Party = {
  /** The side on which this extension really was. */
  side: Side;
  extensionNumber: string;
  /** HTML, as the PBX keeps it. */
  summary: string | null;
  /** Seconds since 1970 in UTC; a sample may write it otherwise, as real PBXs do. */
  createdAt: number | string;
  /** When somebody edited the summary; `createdAt` if left out. */
  updatedAt?: number | string;
  /** The summary's own id; made up if left out. */
  id?: number;
  /** A path or URL of a picture; "" if left out. */
  avatar?: string;
  /** What the PBX reports instead of the extension's own name. */
  name?: string;
  /** What the PBX reports as `ext_num` instead of the extension's own number as text. */
  reportedNumber?: string | number;
};

/**
 * Under which key the PBX answers:
 * `documented`: always `dst`, as on the vendor's page; `asked`: the key asked for; `own`: the key of the party's real
 * side, and nothing when the other side is asked for; `both`: both parties, whichever is asked for.
 */
type AnsweringSide = 'documented' | 'asked' | 'own' | 'both';

/** What there is to say about any sample call. */
type CallInWords = {
  /** Id of the call leg: 14 digits of the PBX's local time, a dash, 5 hex digits. */
  cdrId: string;
  /** Id of the whole call, if the sample has several legs of it. */
  uid?: string;
  /** The extension number to ask with. */
  extensionNumber: string;
  /** What this sample shows, in one sentence. */
  shows: string;
  /** How the call ended; ANSWERED if left out. */
  lastStatus?: LastStatus;
  /** What its row in a file of `cdr/aidownload` says instead of what the parties tell. */
  row?: RowOverrides;
};

/** A call leg one can ask about: with parties, or with one whole answer for whoever asks. */
export type SampleCall = CallInWords &
  (
    | { answersBySide: AnsweringSide; parties: readonly Party[] }
    | { wholeAnswer: { errcode: number; errmsg: string; data?: unknown } }
  );

/** Writes one section in the PBX's hand: a heading, then a list. */
export function section(heading: string, points: readonly string[], tag = 'p'): string {
  const items = points.map((point) => `<li>${point}</li>\n`).join('');
  return `<${tag}>${heading}</${tag}>\n<ul>\n${items}</ul>\n`;
}
