import type { Migration } from 'kysely/migration';
import { auditTokensAndSignIns } from './0001-audit-tokens-and-sign-ins.ts';

/** Every step from an empty database to the present one. A step that was ever released is never changed, only followed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-audit-tokens-and-sign-ins': auditTokensAndSignIns,
};
