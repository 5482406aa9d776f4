/** How the app took a request or an envelope. */
export interface Outcome {
  /** The HTTP status; 200 for an acknowledged envelope; 0 when nothing came back in time. */
  readonly status: number;
  /** The body: parsed when it is JSON, otherwise text; undefined when there is none. */
  readonly body: unknown;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** What Slack tells the person when the app did not answer properly. */
  readonly error?: 'operation_timeout' | 'dispatch_failed';
  readonly envelopeId?: string;
}
