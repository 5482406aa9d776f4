import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import type { TokenTurn } from './store.ts';

/** Takes the turn at this PBX where nobody has it, in one statement: of two processes that come at once, one gets it. */
export async function takeTurn(
  database: Database,
  pbx: string,
  now: Date,
  longestMs: number,
): Promise<TokenTurn | null> {
  const holder = randomUUID();
  const until = new Date(now.getTime() + longestMs).toISOString();
  const { numInsertedOrUpdatedRows } = await database.use((db) =>
    db
      .insertInto('token_turns')
      .values({ pbx, holder, until })
      .onConflict((conflict) =>
        conflict
          .column('pbx')
          .doUpdateSet({ holder, until })
          // A turn that ends later than any begun now can was taken before the clock was put back.
          .where((is) =>
            is.or([is('token_turns.until', '<=', now.toISOString()), is('token_turns.until', '>', until)]),
          ),
      )
      .executeTakeFirstOrThrow(),
  );
  return numInsertedOrUpdatedRows === 1n ? { end: () => endTurn(database, pbx, holder) } : null;
}

async function endTurn(database: Database, pbx: string, holder: string): Promise<void> {
  await database.use((db) =>
    db.deleteFrom('token_turns').where('pbx', '=', pbx).where('holder', '=', holder).execute(),
  );
}
