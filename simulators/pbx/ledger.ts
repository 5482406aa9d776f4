import type { ApiCall } from './api-call.ts';

/** What is kept of a request. No secret is: neither the token's value nor any value of the body. */
export type RecordedRequest = {
  /** When it came, in milliseconds since 1970. */
  at: number;
  method: string;
  version: string;
  endpoint: string;
  /** The query without `access_token`. */
  query: Record<string, string>;
  tokenInQuery: boolean;
  tokenInHeader: boolean;
  bodyFields: string[];
  hasUserAgent: boolean;
  /**
   * The errcode the PBX decided on, 0 for a file too; null while undecided, for a page that is not there, and when a
   * fault had the PBX decide nothing.
   */
  errcode: number | null;
  /** The kind of fault that was played, or null. */
  fault: string | null;
  /** Whether its connection is through with it, answered or not. */
  isOver: boolean;
};

/** Every API request since the start or the last reset, oldest first. */
type Ledger = {
  readonly requests: readonly RecordedRequest[];
  record: (call: ApiCall) => RecordedRequest;
  /** Requests to one endpoint, or to all with "*". */
  count: (endpoint: string) => number;
  clear: () => void;
};

/** An empty ledger; `now` gives milliseconds since 1970. */
export function createLedger(now: () => number): Ledger {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    record: (call) => {
      const entry = describe(call, now());
      requests.push(entry);
      return entry;
    },
    count: (endpoint) => requests.filter((entry) => endpoint === '*' || entry.endpoint === endpoint).length,
    clear: () => requests.splice(0),
  };
}

function describe(call: ApiCall, at: number) {
  const { method, version, endpoint, query, token, tokenInHeader, body, hasUserAgent } = call;
  const { access_token: _secret, ...harmless } = Object.fromEntries(query);
  const entry: RecordedRequest = {
    at,
    method,
    version,
    endpoint,
    query: harmless,
    tokenInQuery: token !== null,
    tokenInHeader,
    bodyFields: Object.keys(body ?? {}),
    hasUserAgent,
    errcode: null,
    fault: null,
    isOver: false,
  };
  return entry;
}
