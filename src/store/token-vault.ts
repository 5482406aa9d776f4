import { sealingKeyOf } from './account-keys.ts';
import type { Database } from './database.ts';
import { seal, unseal } from './sealing.ts';
import type { PbxAccount, StoredToken, TokenVault } from './store.ts';
import { takeTurn } from './token-turn.ts';

/** One account's place for its tokens. */
export function createTokenVault(database: Database, account: PbxAccount): TokenVault {
  const { pbx } = account;
  const key = sealingKeyOf(account);
  return {
    async load() {
      const row = await database.use((db) =>
        db.selectFrom('pbx_tokens').select('sealed').where('pbx', '=', pbx).executeTakeFirst(),
      );
      const text = row === undefined ? null : unseal(row.sealed, key);
      return text === null ? null : tokenOf(JSON.parse(text));
    },
    async save(token) {
      const sealed = seal(JSON.stringify(token), key);
      await database.use((db) =>
        db
          .insertInto('pbx_tokens')
          .values({ pbx, sealed })
          .onConflict((conflict) => conflict.column('pbx').doUpdateSet({ sealed }))
          .execute(),
      );
    },
    async forget() {
      await database.use((db) => db.deleteFrom('pbx_tokens').where('pbx', '=', pbx).execute());
      await database.scrub();
    },
    takeTurn: (now, longestMs) => takeTurn(database, pbx, now, longestMs),
  };
}

/** JSON has no dates. */
type TokenInJson = { readonly [Field in keyof StoredToken]: Exclude<StoredToken[Field], Date> } & {
  readonly [Field in 'renewAt' | 'endsAt' | 'refreshUntil']: string;
};

/** What is under the seal was written here, in this shape. */
const tokenOf = ({ renewAt, endsAt, refreshUntil, ...tokens }: TokenInJson): StoredToken => ({
  ...tokens,
  renewAt: new Date(renewAt),
  endsAt: new Date(endsAt),
  refreshUntil: new Date(refreshUntil),
});
