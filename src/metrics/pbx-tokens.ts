import type { PbxObserver } from '../services/yeastar/pbx-observer.ts';
import { pbxOutcomes } from '../services/yeastar/pbx-outcome.ts';
import type { Instruments } from './instruments.ts';
import { wordsOf } from './words.ts';

const outcome = wordsOf(pbxOutcomes);

/** Tokens that the PBX was asked for. It counts refused sign-ins too, and blocks an address after five. */
export function measurePbxTokens({ counter }: Instruments): PbxObserver {
  const signIns = counter(
    { name: 'callsummary_pbx_sign_ins_total', help: 'Sign-ins that were sent to the PBX, and what came of them.' },
    { outcome },
  );
  const refreshes = counter(
    { name: 'callsummary_pbx_token_refreshes_total', help: 'Token refreshes that were sent, and what came of them.' },
    { outcome },
  );
  return {
    asked(endpoint, outcome) {
      if (endpoint === 'get_token') signIns({ outcome });
      if (endpoint === 'refresh_token') refreshes({ outcome });
    },
  };
}
