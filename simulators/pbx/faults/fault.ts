/** Header names and values as they go onto the wire. */
export type Headers = Record<string, string>;

/** Each way an answer can go wrong, by kind, with what it needs to know. Plain JSON, so it can also come by HTTP. */
export type FaultFields = {
  /** No fault: the answer the PBX would give anyway. */
  none: object;
  /** An errcode in a well-formed answer, with fields such as `invalid_param_list` beside it. */
  errcode: { errcode: number; fields?: Record<string, unknown> };
  /** A pause, then the next fault or the usual answer. */
  delay: { milliseconds: number; next?: Fault };
  /** Kept back until `release()`, then the next fault or the usual answer, decided only then. */
  hold: { next?: Fault };
  /** The request is read and never answered; the PBX does no work for it. */
  silence: object;
  /** A TCP reset while answering. The work is done: a token issued so is lost and keeps its slot. */
  reset: { at: 'before-headers' | 'mid-headers' | 'mid-body' };
  /** The usual answer, its body one byte at a time. */
  drip: { millisecondsPerByte: number };
  /** Another HTTP status with a page of HTML, as a proxy in front of the PBX would send. */
  'http-status': { status: number; html?: string; headers?: Headers };
  /** Any body whatever, byte for byte. `encoding` says how `body` spells bytes: utf8 (default), base64, latin1. */
  raw: { body: string; encoding?: 'utf8' | 'base64' | 'latin1'; status?: number; headers?: Headers };
  /** A well-formed JSON answer of so many bytes, made while it is sent; as `rows`: a file of one very long row. */
  'huge-body': { bytes: number; as?: 'answer' | 'rows' };
  /** The usual answer, gzipped although nobody asked for it. */
  gzip: object;
  /** The usual answer with another `download_resource_url`, or without one; "{path}" in it stands for the true one. */
  'download-url': { url?: string };
  /** A small gzip answer that unpacks to so many MiB of zeros. */
  'gzip-bomb': { mebibytes: number };
  /** The usual answer under header lines of so many bytes in all. */
  'huge-headers': { bytes: number };
  /** The usual answer, said to be gzipped so many times over (CVE-2026-22036). */
  'many-encodings': { count: number };
  /** A redirect to anywhere. */
  redirect: { status: 301 | 302 | 303 | 307 | 308; location: string };
};

/** The name of one way to go wrong. */
export type FaultKind = keyof FaultFields;

/** One fault, or with a kind given: one fault of that kind. */
export type Fault<Kind extends FaultKind = FaultKind> = { [K in Kind]: { kind: K } & FaultFields[K] }[Kind];

/** Faults in turn, one for each use, starting over at the end: "every second call" is `[none, fault]`. */
export type FaultCycle = { kind: 'cycle'; of: readonly Fault[] };
