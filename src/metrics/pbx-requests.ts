import { pbxEndpoints as endpoint } from '../services/yeastar/endpoints.ts';
import type { PbxObserver } from '../services/yeastar/pbx-observer.ts';
import { pbxOutcomes } from '../services/yeastar/pbx-outcome.ts';
import type { Instruments } from './instruments.ts';
import { wordsOf } from './words.ts';

const outcome = wordsOf(pbxOutcomes);

/** Seconds. The PBX as a rule needs some tenths; nothing lasts longer than eight. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

/** What the PBX is asked, each sending by itself. */
export function measurePbxRequests({ counter, durations }: Instruments): PbxObserver {
  const requests = counter(
    { name: 'callsummary_pbx_requests_total', help: 'Requests to the PBX, repeats included, and what came of them.' },
    { endpoint, outcome },
  );
  const times = durations(
    { name: 'callsummary_pbx_request_seconds', help: 'A request to the PBX, waiting for a connection included.' },
    buckets,
    { endpoint },
  );
  return {
    asked(endpoint, outcome, ms) {
      requests({ endpoint, outcome });
      times({ endpoint }, ms);
    },
  };
}
