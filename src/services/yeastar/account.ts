import type { YeastarConfig } from '../../config/config.ts';
import type { PbxAccount, Store } from '../../store/store.ts';
import type { PbxStore } from './client.ts';

/** As whom we sign in where: what the store keeps tokens and refused sign-ins by. */
export const accountOf = ({
  baseUrl: { host, pathname },
  clientId,
  clientSecret,
}: Pick<YeastarConfig, 'baseUrl' | 'clientId' | 'clientSecret'>): PbxAccount => ({
  pbx: host + pathname.replace(/\/$/, ''),
  clientId,
  clientSecret,
});

/** The part of the store that belongs to this account. */
export function pbxStoreOf(store: Pick<Store, 'tokensOf' | 'signInsOf'>, config: YeastarConfig): PbxStore {
  const account = accountOf(config);
  return { tokens: store.tokensOf(account), signIns: store.signInsOf(account) };
}
