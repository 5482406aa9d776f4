import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { entryOf } from '../support.ts';

// Opens a store, records one entry, unless it is only to be opened, and prints how it went: `open.ts FILE [only]`.
const [file = '', only] = process.argv.slice(2);
const store = createSqliteStore(file);
try {
  await (only === undefined ? store.audit.record(entryOf()) : store.open());
  process.stdout.write(only === undefined ? 'recorded\n' : 'opened\n');
} catch (thrown) {
  process.stdout.write(`${thrown instanceof StoreError ? thrown.fault : String(thrown)}\n`);
}
await store.close();
