import type { YeastarConfig } from '../../config/config.ts';
import type { PbxAccount } from '../../store/store.ts';

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
