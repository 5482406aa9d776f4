// Bare Bolt, doing the job, and writing down before and after that it was done: two rows on the disk for each command.
import { DatabaseSync } from 'node:sqlite';
import { startBolt } from './bolt-app.ts';
import { doTheJob } from './plain-job.ts';

const database = new DatabaseSync(process.env.CALLSUMMARY_STORE_FILE ?? ':memory:');
database.exec('pragma journal_mode = wal; pragma synchronous = full;');
database.exec('create table audit (at text, person text, act text, what text)');
const insert = database.prepare('insert into audit values (?, ?, ?, ?)');
const record = (person: string, act: string, what: string) => insert.run(new Date().toISOString(), person, act, what);

await startBolt(async ({ ack, respond, command }) => {
  await ack();
  record(command.user_id, 'asked', command.text);
  await doTheJob(command.text, respond);
  record(command.user_id, 'read', command.text);
});
