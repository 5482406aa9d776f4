import { readFileSync } from 'node:fs';
import { runDoctor } from './run.ts';

const readTextFile = (path: string | URL) => readFileSync(path, 'utf8');

// Whoever reads along, such as `head`, may have read enough; what was taken at the PBX is given back all the same.
process.stdout.on('error', () => {});
process.exitCode = await runDoctor({
  words: process.argv.slice(2),
  env: process.env,
  readTextFile,
  readManifest: () => readTextFile(new URL('../../manifest.yml', import.meta.url)),
  now: () => new Date(),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
