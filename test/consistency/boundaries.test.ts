import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

interface Import {
  readonly target: string;
  readonly isType: boolean;
}

const importLine = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gms;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const importsOf = (file: string): Import[] =>
  Array.from(readFileSync(file, 'utf8').matchAll(importLine), ([, type, target = '']) => ({
    isType: type !== undefined,
    target: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
  }));

const sources = filesIn('src').map((file) => ({ file, imports: importsOf(file) }));
const listeners = ['src/commands', 'src/shortcuts', 'src/views', 'src/actions', 'src/options'];
const isIn = (file: string, folders: readonly string[]) =>
  folders.some((folder) => file.startsWith(`${folder}/`) || file === folder);

/** What a room may not mention, types included. */
const rooms: readonly { readonly room: string; readonly may_not_mention: readonly string[] }[] = [
  {
    room: 'src/services',
    may_not_mention: [
      '@slack',
      'src/blocks',
      'src/metrics',
      'src/slack',
      'src/transports',
      'src/middleware',
      'src/app.ts',
      ...listeners,
    ],
  },
  {
    room: 'src/blocks',
    may_not_mention: [
      'node:',
      'pino',
      'undici',
      '@slack/bolt',
      '@slack/web-api',
      'src/slack',
      'src/logger.ts',
      'src/config',
      'src/services/yeastar',
      ...listeners,
    ],
  },
  {
    room: 'src/store',
    may_not_mention: ['@slack', 'src/services', 'src/slack', 'src/blocks', 'src/config', 'src/logger.ts', ...listeners],
  },
  {
    room: 'src/doctor-command',
    may_not_mention: ['src/app.ts', 'src/parts.ts', 'src/blocks', 'src/middleware', ...listeners],
  },
  {
    room: 'src/metrics',
    may_not_mention: [
      '@slack',
      'src/app.ts',
      'src/parts.ts',
      'src/blocks',
      'src/config',
      'src/logger.ts',
      ...listeners,
    ],
  },
  { room: 'src/errors.ts', may_not_mention: ['@slack', 'src/'] },
  { room: 'src/transports', may_not_mention: ['src/services', 'src/blocks', 'src/metrics', ...listeners] },
  { room: 'src/slack', may_not_mention: ['src/services/yeastar', 'src/middleware', 'src/metrics', ...listeners] },
  ...listeners.map((room) => ({
    room,
    may_not_mention: [
      'src/services/yeastar',
      'src/config',
      'src/logger.ts',
      'src/app.ts',
      'src/transports',
      ...listeners.filter((other) => other !== room),
    ],
  })),
];

for (const { room, may_not_mention } of rooms) {
  test(`${room} keeps to itself`, () => {
    const inside = sources.filter(({ file }) => isIn(file, [room]));
    assert.ok(inside.length > 0, 'the room exists');
    for (const { file, imports } of inside)
      for (const { target } of imports)
        assert.ok(!may_not_mention.some((name) => target.startsWith(name)), `${file} mentions ${target}`);
  });
}

/** The only files that use a package by value. */
const doors: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': [
    'src/slack/bolt-app.ts',
    'src/slack/web-client.ts',
    'src/transports/http-transport.ts',
    'src/transports/socket-transport.ts',
  ],
  '@slack/web-api': [],
  undici: ['src/services/yeastar/exchange.ts', 'src/services/yeastar/tls-trust.ts'],
  zod: [
    'src/blocks/modals/state.ts',
    'src/config/values.ts',
    'src/services/access/access-file-schema.ts',
    'src/services/yeastar/schema.ts',
    'src/slack/payload.ts',
  ],
  yaml: [
    'src/create-slack-app-command/manifest.ts',
    'src/services/access/yaml-lines.ts',
    'src/services/access/yaml-problems.ts',
    'src/services/access/yaml-source.ts',
  ],
  kysely: ['src/store/sqlite/kysely.ts', 'src/store/sqlite/migrations/0001-audit-tokens-and-sign-ins.ts'],
  'node:sqlite': ['src/store/sqlite/database-file.ts'],
  turndown: ['src/blocks/summary-text.ts'],
  htmlparser2: ['src/services/summary-html/read-blocks.ts'],
  pino: ['src/logger.ts'],
  'prom-client': ['src/metrics/instruments.ts'],
};

for (const [name, files] of Object.entries(doors)) {
  test(`${name} has its doors: ${files.join(', ') || 'none by value'}`, () => {
    const users = sources.filter(({ imports }) => imports.some(({ target, isType }) => target === name && !isType));
    assert.deepEqual(users.map(({ file }) => file).sort(), [...files].sort());
  });
}

test('every package of the app has a door', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(
    Object.keys(dependencies).sort(),
    [...Object.keys(doors), '@slack/types']
      .filter((name) => name !== '@slack/web-api' && name !== 'node:sqlite')
      .sort(),
  );
});

test('the environment is read where programs start, and nowhere else', () => {
  const readers = sources
    .filter(({ file }) => readFileSync(file, 'utf8').includes('process.env'))
    .map(({ file }) => file);
  assert.deepEqual(readers.sort(), [
    'src/access-command/main.ts',
    'src/audit/main.ts',
    'src/doctor-command/main.ts',
    'src/main.ts',
    'src/unlock-command/main.ts',
  ]);
});

test('use cases know the store by its interface and its error alone', () => {
  const allowed = ['src/store/store.ts', 'src/store/store-error.ts'];
  for (const { file, imports } of sources.filter(({ file }) => isIn(file, ['src/services', 'src/slack'])))
    for (const { target, isType } of imports.filter(({ target }) => target.startsWith('src/store/')))
      assert.ok(isType || allowed.includes(target), `${file} uses ${target}`);
});

test('simulators and app do not know each other', () => {
  for (const { file, imports } of sources)
    for (const { target } of imports) assert.ok(!target.startsWith('simulators'), file);
  for (const file of filesIn('simulators'))
    for (const { target } of importsOf(file))
      assert.ok(!target.startsWith('src') && !target.startsWith('@slack'), file);
});

test('the faults know the app as a process only', () => {
  for (const file of filesIn('faults'))
    for (const { target } of importsOf(file)) assert.ok(!target.startsWith('src/'), `${file} mentions ${target}`);
});

test('no file of the app is in a circle, types included', () => {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    assert.ok(!path.includes(file), [...path, file].join(' → '));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});
