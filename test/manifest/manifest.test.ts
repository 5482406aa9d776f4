import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { registerCommands } from '../../src/commands/index.ts';
import { registerShortcuts } from '../../src/shortcuts/index.ts';
import { manifestSchema } from './manifest-schema.ts';

const source = readFileSync('manifest.yml', 'utf8');
const inHttpMode = source
  .replaceAll(/# \[http\] (?=url:|request_url:|message_menu_options_url:)/g, '')
  .replace('socket_mode_enabled: true', 'socket_mode_enabled: false');
const manifest = parse(source);

for (const [mode, yaml] of Object.entries({
  'as written, for Socket Mode': source,
  'changed for HTTP mode': inHttpMode,
})) {
  test(`the manifest ${mode}, is one that Slack accepts`, () => {
    const validate = new Ajv({ allErrors: true }).compile(manifestSchema);
    assert.ok(validate(parse(yaml)), JSON.stringify(validate.errors, null, 2));
  });
}

test('the HTTP lines of the manifest give Slack an address for everything it would send', () => {
  const { features, settings } = parse(inHttpMode);
  assert.equal(features.slash_commands[0].url, settings.interactivity.request_url);
  assert.equal(settings.interactivity.message_menu_options_url, settings.interactivity.request_url);
  assert.match(settings.interactivity.request_url, /\/slack\/events$/);
});

test('every command and shortcut of the manifest has its listener, and the other way round', () => {
  const declared: string[] = [
    ...manifest.features.slash_commands.map(({ command }: { command: string }) => command),
    ...manifest.features.shortcuts.map(({ type, callback_id }: Record<string, string>) => `${type} ${callback_id}`),
  ];
  assert.deepEqual(registered().sort(), declared.sort());
});

test('every scope of the manifest stands beside its reason, there and in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const scope of manifest.oauth_config.scopes.bot) {
    assert.match(source, new RegExp(`- ${scope} # .{20,}`), `manifest.yml says why ${scope}`);
    assert.match(readme, new RegExp(`\\| \`${scope}\` \\| .{20,} \\|`), `the README says why ${scope}`);
  }
});

/** Registering asks its parts nothing. */
const nothing = {
  find: () => Promise.reject(),
  message: () => Promise.reject(),
  options: () => Promise.reject(),
  isOffered: () => Promise.reject(),
};

/** What the app registers with Bolt, in the words of the manifest. */
function registered(): string[] {
  const found: string[] = [];
  registerCommands({ command: (name) => void found.push(String(name)) }, nothing, nothing);
  registerShortcuts(
    {
      shortcut: (constraints: string | RegExp | { type?: string; callback_id?: string | RegExp }) => {
        const { type, callback_id } = Object(constraints);
        found.push(`${type === 'shortcut' ? 'global' : 'message'} ${callback_id}`);
      },
    },
    nothing,
  );
  return found;
}
