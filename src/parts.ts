import type { Config } from './config/config.ts';
import { loggedFailure } from './logged-failure.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createAccess } from './services/access/create-access.ts';
import type { Reader } from './services/access/people-directory.ts';
import { createRulesInForce, type RulesInForce } from './services/access/rules-in-force.ts';
import { type CallSummaries, createCallSummaries } from './services/call-summaries.ts';
import { machineClock } from './services/clock.ts';
import { createFairUse } from './services/fair-use.ts';
import { waitingForPbx } from './services/pbx-stopwatch.ts';
import { createRecentCalls } from './services/recent-calls/recent-calls.ts';
import { pbxStoreOf } from './services/yeastar/account.ts';
import type { PbxClientOptions } from './services/yeastar/client.ts';
import { createYeastarPhoneSystem, type YeastarPhoneSystem } from './services/yeastar/phone-system.ts';
import { createAuditTrail } from './slack/audit-trail.ts';
import { type CallPicker, createCallPicker } from './slack/call-picker.ts';
import { createSlackPeople } from './slack/people/people-directory.ts';
import { createSharing, type Sharing } from './slack/sharing.ts';
import { createWebClient } from './slack/web-client.ts';
import { createSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** What the listeners work with, and what has to be opened and closed around them. */
export interface Parts {
  readonly store: Store;
  readonly phoneSystem: YeastarPhoneSystem;
  readonly rules: RulesInForce;
  readonly summaries: CallSummaries;
  readonly picker: CallPicker;
  readonly sharing: Sharing;
}

/** What tests and measurements put in the place of the real thing. */
export interface AppOverrides {
  readonly pbx?: Omit<PbxClientOptions, 'store' | 'observer'>;
  /** Answers one person may wait for at the same time. */
  readonly personAtOnce?: number;
}

/** Makes every part out of those it needs. Nothing is opened yet. */
export function createParts(config: Config, logger: Logger, metrics: Metrics, { pbx, ...limits }: AppOverrides): Parts {
  const store = createSqliteStore(config.storeFile);
  const phoneSystem = createYeastarPhoneSystem(config.yeastar, {
    ...pbx,
    store: pbxStoreOf(store, config.yeastar),
    observer: metrics.pbx,
  });
  metrics.watchPbxLoad(phoneSystem.load);
  const rules = createRulesInForce(config.admins, config.accessFile?.rules);
  const client = createWebClient(config.slack);
  const trail = createAuditTrail(store.audit);
  const people = createSlackPeople(client, machineClock, (obstacle) => logger.warn(obstacle, 'people'));
  const access = createAccess({
    rules,
    people,
    numbersWithEmail: (email, freshness) => waitingForPbx(() => phoneSystem.numbersWithEmail(email, freshness)),
    async onDecision(record) {
      await trail.decided(record);
      metrics.access.decided(record.decision);
    },
    async onListing(record) {
      await trail.listed(record);
      metrics.access.decided(record.decision);
    },
  });
  const fairUse = createFairUse({ ...config.fairUse, ...limits }, machineClock);
  const timeZoneOf = async (reader: Reader) => {
    const person = await people.find(reader, 'recent');
    return person === 'unknown' ? null : person.timeZone;
  };
  const recentCalls = createRecentCalls({
    phoneSystem,
    access,
    fairUse,
    timeZoneOf,
    clock: machineClock,
    wallClock: () => new Date(),
    onFailure: (thrown) => logger.warn(loggedFailure(thrown), 'recent calls'),
  });
  return {
    store,
    phoneSystem,
    rules,
    summaries: createCallSummaries({ access, phoneSystem, fairUse }),
    picker: createCallPicker(recentCalls),
    sharing: createSharing({ access, trail, client }),
  };
}
