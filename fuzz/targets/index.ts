import type { Target } from '../target.ts';
import { accessFile } from './access-file.ts';
import { commandText } from './command-text.ts';
import { html } from './html.ts';
import { pbxJson } from './pbx-json.ts';
import { settings } from './settings.ts';
import { signedBodies } from './signed-bodies.ts';

/** Everything that reads what others wrote. */
export const targets: readonly Target[] = [html, pbxJson, signedBodies, commandText, settings, accessFile];
