import type { Fault, PbxSimulator } from '../../simulators/pbx/index.ts';
import type { PhoneSystemChange } from './contract.ts';

/** What can be wrong with the phone system at the moment, any of it at the same time. */
export interface Troubles {
  readonly isSlow: boolean;
  readonly isDown: boolean;
  readonly hasNoSummaryYet: boolean;
}

/** The simulated PBX with the switches of the page. */
export interface PhoneSystem {
  readonly pbx: PbxSimulator;
  readonly troubles: Troubles;
  change(change: PhoneSystemChange): void;
}

/** Longer than people wait without wondering, and short enough that the app waits too. */
const slowMs = 3_500;

/** What the PBX says of a summary that it is still writing (Yeastar: error-code-and-error-message page). */
const processing: Fault = { kind: 'errcode', errcode: 2 };

export function withSwitches(pbx: PbxSimulator): PhoneSystem {
  let troubles: Troubles = { isSlow: false, isDown: false, hasNoSummaryYet: false };
  return {
    pbx,
    get troubles() {
      return troubles;
    },
    change(change) {
      if ('revokeToken' in change) return pbx.expireAccessTokens();
      troubles = { ...troubles, ...changed(change) };
      play(pbx, troubles);
    },
  };
}

function changed(change: Exclude<PhoneSystemChange, { revokeToken: true }>): Partial<Troubles> {
  if ('slow' in change) return { isSlow: change.slow };
  return 'down' in change ? { isDown: change.down } : { hasNoSummaryYet: change.noSummaryYet };
}

/** The script is written anew each time, so that a fault which is over takes nothing else with it. */
function play(pbx: PbxSimulator, { isSlow, isDown, hasNoSummaryYet }: Troubles): void {
  const slowly = (fault: Fault): Fault => (isSlow ? { kind: 'delay', milliseconds: slowMs, next: fault } : fault);
  pbx.ignoreConnections(isDown);
  pbx.clearScript();
  pbx.script('cdr/getaisummary', slowly(hasNoSummaryYet ? processing : { kind: 'none' }), Number.POSITIVE_INFINITY);
  pbx.script('cdr/aidownload', slowly({ kind: 'none' }), Number.POSITIVE_INFINITY);
}
