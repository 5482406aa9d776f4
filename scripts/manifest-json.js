// Slack's CLI asks for the manifest as JSON; ours is YAML, so that every scope can stand beside its reason. It reads what
// stands between the marks it asks for, and nothing else: the protocol of Slack's own hooks puts them there.
import { readFileSync } from 'node:fs';
import { getProtocol } from '@slack/cli-hooks/src/protocols.js';
import { parse } from 'yaml';

const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
getProtocol(process.argv.slice(2)).respond(JSON.stringify(parse(manifest)));
