import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';

/** A call of the Web API, with its arguments decoded and without its token. */
export interface Call {
  readonly method: string;
  readonly args: JsonObject;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  /** `ok`, Slack's error code, or what a scripted fault did; undefined while it is under way. */
  outcome?: string;
}

/** Something sent to a response_url. */
export interface UrlResponse {
  readonly url: string;
  readonly body: JsonObject;
  readonly at: number;
  outcome?: string;
}

/** Everything the app did, in order. */
export interface Ledger {
  readonly calls: readonly Call[];
  readonly responses: readonly UrlResponse[];
  called(method: string, args: JsonObject): Call;
  responded(url: string, body: JsonObject): UrlResponse;
  settled(entry: Call | UrlResponse, outcome: string): void;
}

/** Gives an empty ledger. */
export function createLedger(clock: Clock, changes: Changes): Ledger {
  const calls: Call[] = [];
  const responses: UrlResponse[] = [];
  const entered = <T>(list: T[], entry: T): T => {
    list.push(entry);
    changes.happened();
    return entry;
  };
  return {
    calls,
    responses,
    called: (method, args) => entered(calls, { method, args, at: clock.now() }),
    responded: (url, body) => entered(responses, { url, body, at: clock.now() }),
    settled(entry, outcome) {
      entry.outcome = outcome;
      changes.happened();
    },
  };
}
