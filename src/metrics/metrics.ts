import type { RequestObserver } from '../middleware/request-observer.ts';
import type { PbxLoad } from '../services/yeastar/client.ts';
import type { PbxObserver } from '../services/yeastar/pbx-observer.ts';
import { type AccessObserver, measureAccessDecisions } from './access-decisions.ts';
import { type ConnectionObserver, measureConnection } from './connection.ts';
import { createInstruments, type Exposition } from './instruments.ts';
import { measurePbxLoad } from './pbx-load.ts';
import { measurePbxRequests } from './pbx-requests.ts';
import { measurePbxTokens } from './pbx-tokens.ts';
import { measureRequests } from './requests.ts';

/** Everything that is measured: an observer for each part that has something to tell, and what Prometheus reads. */
export interface Metrics {
  readonly requests: RequestObserver;
  readonly access: AccessObserver;
  readonly pbx: PbxObserver;
  readonly connection: ConnectionObserver;
  /** Says where the load of the PBX's line is to be looked up; to be called once. */
  watchPbxLoad(load: () => PbxLoad): void;
  exposition(): Promise<Exposition>;
}

/** The measurements of one app; `isReady` is asked when somebody reads. */
export function createMetrics(isReady: () => boolean): Metrics {
  const instruments = createInstruments();
  const metrics = {
    requests: measureRequests(instruments),
    access: measureAccessDecisions(instruments),
    pbx: both(measurePbxRequests(instruments), measurePbxTokens(instruments)),
    connection: measureConnection(instruments, isReady),
    watchPbxLoad: (load: () => PbxLoad) => measurePbxLoad(instruments, load),
    exposition: instruments.exposition,
  };
  instruments.process();
  return metrics;
}

const both = (one: PbxObserver, other: PbxObserver): PbxObserver => ({
  asked(...told) {
    one.asked(...told);
    other.asked(...told);
  },
});
