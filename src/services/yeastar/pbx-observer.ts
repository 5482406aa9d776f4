import type { PbxEndpoint } from './endpoints.ts';
import type { PbxOutcome } from './pbx-outcome.ts';

/** Hears of each request to the PBX what can be counted. Must be quick, and must not throw. */
export interface PbxObserver {
  /** One sending and what came of it; how long, in milliseconds, waiting for a connection included. */
  asked(endpoint: PbxEndpoint, outcome: PbxOutcome, ms: number): void;
}

/** For those who do not count. */
export const unobserved: PbxObserver = { asked: () => {} };
