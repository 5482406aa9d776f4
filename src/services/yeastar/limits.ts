/** What we ask of the PBX at most, and what we accept from it. Times in milliseconds, sizes in bytes. */
export interface PbxLimits {
  /** Connections at a time. A small appliance, and every request is a new TLS handshake. */
  readonly connections: number;
  /**
   * Requests that may wait for a connection; the next one is answered "busy". No more than can be answered within the
   * deadline where an answer takes some 0.7 seconds, so that nobody waits in vain.
   */
  readonly waiting: number;
  /** For one question, from asking to the last byte, waiting and repeats included. A person is waiting too. */
  readonly deadlineMs: number;
  readonly connectMs: number;
  /** A summary has about one kilobyte; a transcript list a few hundred. */
  readonly answerBytes: number;
  readonly headerBytes: number;
}

export const defaultLimits: PbxLimits = {
  connections: 4,
  waiting: 40,
  deadlineMs: 8_000,
  connectMs: 2_000,
  answerBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
};
