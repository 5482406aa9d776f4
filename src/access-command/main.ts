import { readFileSync } from 'node:fs';
import { createWebClient } from '../slack/web-client.ts';
import { openAddressBook } from './address-book.ts';
import { runAccessCommand } from './run.ts';

process.exitCode = await runAccessCommand({
  words: process.argv.slice(2),
  env: process.env,
  readTextFile: (path) => readFileSync(path, 'utf8'),
  connect: createWebClient,
  openAddressBook,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
