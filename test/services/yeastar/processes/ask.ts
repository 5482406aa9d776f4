import { accountOf } from '../../../../src/services/yeastar/account.ts';
import { createPbxClient } from '../../../../src/services/yeastar/client.ts';
import { createSqliteStore } from '../../../../src/store/sqlite-store.ts';
import { minute } from '../hand-clock.ts';
import { pbxStoreOf } from '../pbx-stores.ts';
import { systemInformation } from '../support.ts';

// Starts from one time to another, each time ten minutes later, and asks one question; it ends without a word to the
// PBX, as after a crash: `ask.ts FILE URL CLIENT_ID CLIENT_SECRET FROM TO`. Prints how each question ended.
const [file = '', url = '', clientId = '', clientSecret = '', from = '', to = ''] = process.argv.slice(2);
const config = { baseUrl: new URL(url), clientId, clientSecret, tls: { kind: 'system' } } as const;
for (let start = Number(from); start < Number(to); start += 1) {
  const store = createSqliteStore(file);
  const later = start * 10 * minute;
  const client = createPbxClient(config, {
    store: pbxStoreOf(store, accountOf(config)),
    wallClock: () => new Date(Date.now() + later),
    limits: { deadlineMs: 5_000 },
  });
  const end = await client.get(systemInformation).then(
    () => 'answered',
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : 'failed'),
  );
  process.stdout.write(`${end}\n`);
}
process.exit(0);
