// Slack's CLI asks for the manifest as JSON; ours is YAML, so that every scope can stand beside its reason.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
process.stdout.write(`${JSON.stringify(parse(manifest), null, 2)}\n`);
