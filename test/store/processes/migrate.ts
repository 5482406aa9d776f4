import { DatabaseSync } from 'node:sqlite';
import { createKysely } from '../../../src/store/sqlite/kysely.ts';
import { migrate } from '../../../src/store/sqlite/schema.ts';

// Brings an empty database to the present schema and dies at a statement: `migrate.ts FILE WHICH_STATEMENT`.
const [file = '', last = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
let statements = 0;
const db = createKysely(
  {
    get isTransaction() {
      return database.isTransaction;
    },
    prepare(sql) {
      statements += 1;
      if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
      return database.prepare(sql);
    },
  },
  1_000,
);
await migrate(db, true);
