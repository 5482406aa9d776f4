import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CommandHint, Setup, ShortcutEntry } from './contract.ts';

const command = z.object({ command: z.string(), description: z.string(), usage_hint: z.string() });
const shortcut = z.object({
  name: z.string(),
  description: z.string(),
  callback_id: z.string(),
  type: z.enum(['message', 'global']),
});
const manifest = z.object({
  features: z.object({ slash_commands: z.array(command), shortcuts: z.array(shortcut) }),
});

/** What Slack offers people of the app, as the app's manifest says. @throws where the manifest is no longer like that */
export function readManifest(): Pick<Setup, 'commands' | 'shortcuts'> {
  const { features } = manifest.parse(parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')));
  return {
    commands: features.slash_commands.map(
      ({ usage_hint, ...said }): CommandHint => ({ ...said, usageHint: usage_hint }),
    ),
    shortcuts: features.shortcuts.map(
      ({ callback_id, ...said }): ShortcutEntry => ({ ...said, callbackId: callback_id }),
    ),
  };
}
