import type { AuditRecord } from '../store/audit-entry.ts';
import { defaultStoreFile } from '../store/default-file.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { AuditLog } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { usage, type Wish, wishOf } from './arguments.ts';
import { jsonOf, tableOf, timeOf } from './listing.ts';

/** As sysexits.h names them: a usage error, wrong data, no input, an input/output error. */
const exitCodes = { usage: 64, data: 65, noInput: 66, io: 74 } as const;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

// Whoever reads along, such as `head`, may have read enough.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await run(wishOf(process.argv.slice(2), new Date()));

async function run(wish: Wish): Promise<number> {
  switch (wish.kind) {
    case 'help':
      say(usage);
      return 0;
    case 'not_understood':
      complain(`${wish.problem}\n\n${usage}`);
      return exitCodes.usage;
    case 'verify':
      return await reading(verify);
    case 'list':
      return await reading((audit) => list(audit, wish));
  }
}

async function reading(read: (audit: AuditLog) => Promise<number>): Promise<number> {
  const file = process.env.CALLSUMMARY_STORE_FILE || defaultStoreFile;
  const store = createSqliteStore(file, { isReadOnly: true });
  try {
    return await read(store.audit);
  } catch (thrown) {
    return explain(thrown, file);
  } finally {
    await store.close();
  }
}

async function list(audit: AuditLog, { query, isJson }: Extract<Wish, { kind: 'list' }>): Promise<number> {
  const records: AuditRecord[] = [];
  for await (const record of audit.read(query)) {
    if (isJson) say(jsonOf(record));
    else records.push(record);
  }
  if (!isJson) showTable(records, query.since);
  return 0;
}

function showTable(records: readonly AuditRecord[], since: Date): void {
  if (records.length > 0) say(`${tableOf(records).join('\n')}\n`);
  say(`${records.length === 1 ? '1 entry' : `${records.length} entries`} since ${timeOf(since)} UTC.`);
}

async function verify(audit: AuditLog): Promise<number> {
  const check = await audit.verify();
  if (check.isIntact) {
    say(`Intact: ${check.entries} entries, the last is number ${check.head.number} with hash ${check.head.hash}.`);
    return 0;
  }
  complain(`Not intact: entry ${check.number} ${check.problem === 'missing' ? 'is missing' : 'was altered'}.`);
  return exitCodes.data;
}

function explain(thrown: unknown, file: string): number {
  if (!(thrown instanceof StoreError)) throw thrown;
  complain(`${file}: ${thrown.message}.`);
  complain('CALLSUMMARY_STORE_FILE says where the store is; the app makes it when it starts.');
  return thrown.fault === 'gone' ? exitCodes.noInput : exitCodes.io;
}
