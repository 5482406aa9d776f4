import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';

// Holds a lock on a database until standard input ends: `lock.ts FILE immediate|exclusive`.
const [file = '', kind = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec(`begin ${kind}`);
process.stdout.write('locked\n');
process.stdin.resume();
await once(process.stdin, 'end');
database.exec('rollback');
database.close();
