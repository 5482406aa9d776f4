import type { Config } from '../../config/config.ts';
import type { ExtensionNumber } from '../../services/call-summary.ts';
import { machineClock } from '../../services/clock.ts';
import type { Extension } from '../../services/phone-system.ts';
import { createPbxClient } from '../../services/yeastar/client.ts';
import type { ApiPath } from '../../services/yeastar/endpoints.ts';
import { createExtensionDirectory } from '../../services/yeastar/extension-directory.ts';
import { createPbxClockReader, type PbxClock } from '../../services/yeastar/pbx-clock.ts';
import { envelopeSchema } from '../../services/yeastar/schema.ts';
import type { SignInHistory } from '../../store/store.ts';
import { once } from '../once.ts';
import { readInformation, type SystemInformation } from './system-information.ts';
import { createVisitingStore, type SignInState } from './visiting-store.ts';

/** One visit to the PBX: one token, a few questions, and the token given back. */
export interface PbxVisit {
  /** What stands against our account in the store. @throws {StoreError} */
  history(): Promise<SignInHistory>;
  signInState(): SignInState;
  /** Asks a question of the API; the outcome for the same question is not remembered. @throws as `PbxClient.get` does */
  ask(path: ApiPath, query: Readonly<Record<string, string>>): Promise<unknown>;
  /** Asked once, and the first thing that is. @throws the same */
  information(): Promise<SystemInformation>;
  /** Null until it was asked, or where the PBX did not say. */
  knownInformation(): SystemInformation | null;
  extensionList(): Promise<unknown>;
  find(number: ExtensionNumber): Promise<Extension>;
  clock(): Promise<PbxClock>;
  close(): Promise<void>;
}

const deadlineMs = 6_000;

export function createPbxVisit(config: Config, now: () => Date): PbxVisit {
  const store = createVisitingStore(config);
  const client = createPbxClient(config.yeastar, { store, limits: { deadlineMs } });
  const directory = createExtensionDirectory(client, machineClock);
  const ask: PbxVisit['ask'] = (path, query) => client.get({ path, query, schema: envelopeSchema });
  let known: SystemInformation | null = null;
  const information = once(async () => {
    known = await readInformation(() => ask('/openapi/v1.0/system/information', {}), now);
    return known;
  });
  return {
    history: () => store.signIns.history(),
    signInState: store.signInState,
    ask,
    information,
    knownInformation: () => known,
    extensionList: once(() =>
      ask('/openapi/v1.0/extension/list', { page: '1', page_size: '20', sort_by: 'number', order_by: 'asc' }),
    ),
    find: directory.find,
    clock: createPbxClockReader(client, machineClock),
    async close() {
      await client.close();
      await store.close();
    },
  };
}
