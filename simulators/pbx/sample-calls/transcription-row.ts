/** What a call is to the PBX (Yeastar: download-ai-call-transcription-data page). */
export type CallType = 'Inbound' | 'Outbound' | 'Internal';

/** How a call ended (Yeastar: query-cdr-list page). */
export type LastStatus = 'ANSWERED' | 'NO ANSWER' | 'ABANDONED' | 'BUSY' | 'FAILED' | 'VOICEMAIL';

/** One thing that was said; the time in milliseconds since 1970. */
type Turn = { type: 'speak'; source_number: string; content: string; timestamp: number };

/** One leg in a file of `cdr/aidownload`, as public clients have met it. */
export type TranscriptionRow = {
  /** The whole call. */
  uid: string;
  leg_id: string;
  /** Start of the leg: PBX-local, in its display format. */
  time: string;
  call_type: CallType;
  /** "Kristin Hale<2025550143>", or a number alone. */
  call_from: string;
  call_to: string;
  /** Seconds. */
  call_duration: number;
  ai_transcription: Turn[];
  /** HTML; "" when there is no summary. */
  ai_summary: string;
};

/** Fields a row has instead of the usual ones; an undefined field is missing from the row. */
export type RowOverrides = { readonly [Field in keyof TranscriptionRow]?: unknown };
