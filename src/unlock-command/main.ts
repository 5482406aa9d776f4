import { readFileSync } from 'node:fs';
import { runUnlockCommand } from './run.ts';

process.exitCode = await runUnlockCommand({
  words: process.argv.slice(2),
  env: process.env,
  readTextFile: (path) => readFileSync(path, 'utf8'),
  now: () => new Date(),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
