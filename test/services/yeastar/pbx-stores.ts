import type { TestContext } from 'node:test';
import type { YeastarConfig } from '../../../src/config/config.ts';
import { accountOf } from '../../../src/services/yeastar/account.ts';
import type { PbxStore } from '../../../src/services/yeastar/client.ts';
import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import type { PbxAccount, Store } from '../../../src/store/store.ts';
import { account as anyAccount } from '../../store/support.ts';

/** What a store keeps of one account. */
export const pbxStoreOf = (store: Store, account: PbxAccount): PbxStore => ({
  tokens: store.tokensOf(account),
  signIns: store.signInsOf(account),
});

/** A store of its own for each who asks, closed with the test: what one of them keeps, no other finds. */
export function freshPbxStore(t: TestContext, config?: YeastarConfig): PbxStore {
  const store = createSqliteStore(':memory:');
  t.after(() => store.close());
  return pbxStoreOf(store, config === undefined ? anyAccount : accountOf(config));
}

/** A store that is gone: every word to it fails. */
export const brokenPbxStore = (): PbxStore =>
  pbxStoreOf(createSqliteStore('nowhere/callsummary.db', { isReadOnly: true }), anyAccount);

/** A store that counts sign-ins but cannot keep a token, so that each client has its token for itself alone. */
export const forgetfulPbxStore = (t: TestContext, config?: YeastarConfig): PbxStore => ({
  ...freshPbxStore(t, config),
  tokens: brokenPbxStore().tokens,
});
