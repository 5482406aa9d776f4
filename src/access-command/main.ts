import { readFileSync } from 'node:fs';
import { runAccessCommand } from './run.ts';
import { createSlackClient } from './slack-client.ts';

process.exitCode = await runAccessCommand({
  words: process.argv.slice(2),
  env: process.env,
  readTextFile: (path) => readFileSync(path, 'utf8'),
  connect: createSlackClient,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
