import type { TestContext } from 'node:test';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../../simulators/pbx/index.ts';
import type { YeastarConfig } from '../../../src/config/config.ts';
import { accountOf } from '../../../src/services/yeastar/account.ts';
import { createPbxClient } from '../../../src/services/yeastar/client.ts';
import type { PbxLimits } from '../../../src/services/yeastar/limits.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import type { SignInRecord } from '../../../src/store/store.ts';
import { fileOf } from '../../store/support.ts';
import { type HandClock, handClock, second, wallClockBy } from './hand-clock.ts';
import { pbxStoreOf } from './pbx-stores.ts';
import { configFor, systemInformation } from './support.ts';

/** One run of the app on a machine, from its start to its stop or crash. */
export interface Run {
  ask(): Promise<unknown>;
  /** As on SIGTERM: the client is closed, then the store. */
  stop(): Promise<void>;
}

/** A machine with a store in a file, on which the app is started again and again, or several times at once. */
export interface Machine {
  readonly pbx: PbxSimulator;
  readonly clock: HandClock;
  /** The store's file. */
  readonly file: string;
  /** `secret` is what is configured; what the PBX was started with, unless something else is said. */
  start(secret?: string): Run;
  signInsOf(secret?: string): SignInRecord;
}

/** Sets a machine up beside a simulated PBX. Runs that nobody stops have crashed: they tell neither PBX nor store. */
export async function setUp(t: TestContext, options: PbxOptions = {}, limits?: Partial<PbxLimits>): Promise<Machine> {
  const clock = handClock();
  const pbx = await startPbx({ now: clock.elapsedMs, ...options });
  t.after(() => pbx.stop());
  const file = fileOf(t);
  const { clientSecret } = pbx;
  const configOf = (secret: string): YeastarConfig => ({ ...configFor(pbx), clientSecret: secret });
  const openStore = () => {
    const store = createSqliteStore(file);
    t.after(() => store.close());
    return store;
  };
  return {
    pbx,
    clock,
    file,
    start(secret = clientSecret) {
      const config = configOf(secret);
      const store = openStore();
      const client = createPbxClient(config, {
        store: pbxStoreOf(store, accountOf(config)),
        clock: { elapsedMs: clock.elapsedMs },
        wallClock: wallClockBy(clock),
        limits: { deadlineMs: 5 * second, ...limits },
      });
      t.after(() => client.close());
      return {
        ask: () => client.get(systemInformation),
        async stop() {
          await client.close();
          await store.close();
        },
      };
    },
    signInsOf: (secret = clientSecret) => openStore().signInsOf(accountOf(configOf(secret))),
  };
}
