import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { entryOf } from '../support.ts';

// Records entries, and prints a line when each is on the disk: `record.ts FILE HOW_MANY`.
const [file = '', howMany = ''] = process.argv.slice(2);
const store = createSqliteStore(file);
for (let number = 1; number <= Number(howMany); number += 1) {
  await store.audit.record(entryOf({ at: new Date(), referenceId: `entry-${process.pid}-${number}` }));
  process.stdout.write(`${number}\n`);
}
await store.close();
