import { readFileSync } from 'node:fs';
import { runCreateSlackApp } from './run.ts';

process.exitCode = runCreateSlackApp({
  words: process.argv.slice(2),
  readManifest: () => readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
