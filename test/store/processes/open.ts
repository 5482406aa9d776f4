import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { entryOf } from '../support.ts';

// Opens a store, records one entry and prints how it went: `open.ts FILE`.
const [file = ''] = process.argv.slice(2);
const store = createSqliteStore(file);
try {
  await store.audit.record(entryOf());
  process.stdout.write('recorded\n');
} catch (thrown) {
  process.stdout.write(`${thrown instanceof StoreError ? thrown.fault : String(thrown)}\n`);
}
await store.close();
