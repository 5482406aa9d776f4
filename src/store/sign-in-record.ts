import type { Kysely, Transaction } from 'kysely';
import { fingerprintOf } from './account-keys.ts';
import type { Database } from './database.ts';
import { type PbxAccount, type Rest, restReasons, type SignInAttempt, type SignInRecord } from './store.ts';
import type { Tables } from './tables.ts';

/** Whose row: the PBX, and a fingerprint of the account's secret. */
interface Key {
  readonly pbx: string;
  readonly fingerprint: string;
}

/** The sign-ins of one account. */
export function createSignInRecord(database: Database, account: PbxAccount): SignInRecord {
  const key = { pbx: account.pbx, fingerprint: fingerprintOf(account) };
  return {
    async history() {
      const row = await database.use((db) => rowsOf(db, key).executeTakeFirst());
      return { refused: row?.refused ?? 0, unanswered: row?.unanswered ?? 0, rest: restOf(row) };
    },
    async begin(most) {
      const isCounted = await database.use((db) => db.transaction().execute((within) => count(within, key, most)));
      return isCounted ? attemptOf(database, key) : null;
    },
    async restUntil({ until, reason }) {
      const rest = { rest_until: until.toISOString(), rest_reason: reason };
      await database.use((db) =>
        db
          .insertInto('sign_ins')
          .values({ ...blankOf(key), ...rest })
          .onConflict((conflict) => conflict.columns(['pbx', 'fingerprint']).doUpdateSet(rest))
          .execute(),
      );
    },
    clear: () => strikeOut(database, key),
  };
}

const rowsOf = (db: Kysely<Tables>, { pbx, fingerprint }: Key) =>
  db.selectFrom('sign_ins').selectAll().where('pbx', '=', pbx).where('fingerprint', '=', fingerprint);

const blankOf = (key: Key) => ({ ...key, refused: 0, unanswered: 0, rest_until: null, rest_reason: null });

/** Looks and counts in one statement: of two processes that come at the same moment for the last place, one gets it. */
async function count(within: Transaction<Tables>, key: Key, most: number): Promise<boolean> {
  await within
    .insertInto('sign_ins')
    .values(blankOf(key))
    .onConflict((conflict) => conflict.columns(['pbx', 'fingerprint']).doNothing())
    .execute();
  const { numUpdatedRows } = await within
    .updateTable('sign_ins')
    .set((column) => ({ unanswered: column('unanswered', '+', 1) }))
    .where('pbx', '=', key.pbx)
    .where('fingerprint', '=', key.fingerprint)
    .where((column) => column(column('refused', '+', column.ref('unanswered')), '<', most))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

const attemptOf = (database: Database, key: Key): SignInAttempt => ({
  refused: () => addRefusal(database, key),
  withdraw: () => withdraw(database, key),
  succeeded: () => strikeOut(database, key),
});

/** One unanswered attempt becomes a refused one; also where another process's success has struck out the row meanwhile. */
async function addRefusal(database: Database, key: Key): Promise<void> {
  await database.use((db) =>
    db
      .insertInto('sign_ins')
      .values({ ...blankOf(key), refused: 1 })
      .onConflict((conflict) =>
        conflict.columns(['pbx', 'fingerprint']).doUpdateSet((column) => ({
          refused: column('sign_ins.refused', '+', 1),
          unanswered: column
            .case()
            .when('sign_ins.unanswered', '>', 0)
            .then(column('sign_ins.unanswered', '-', 1))
            .else(0)
            .end(),
        })),
      )
      .execute(),
  );
}

async function withdraw(database: Database, { pbx, fingerprint }: Key): Promise<void> {
  await database.use((db) =>
    db
      .updateTable('sign_ins')
      .set((column) => ({ unanswered: column('unanswered', '-', 1) }))
      .where('pbx', '=', pbx)
      .where('fingerprint', '=', fingerprint)
      .where('unanswered', '>', 0)
      .execute(),
  );
}

async function strikeOut(database: Database, { pbx, fingerprint }: Key): Promise<void> {
  await database.use((db) =>
    db.deleteFrom('sign_ins').where('pbx', '=', pbx).where('fingerprint', '=', fingerprint).execute(),
  );
}

function restOf(row: Pick<Tables['sign_ins'], 'rest_until' | 'rest_reason'> | undefined): Rest | null {
  const reason = restReasons.find((known) => known === row?.rest_reason);
  const until = row?.rest_until ?? null;
  return reason === undefined || until === null ? null : { until: new Date(until), reason };
}
