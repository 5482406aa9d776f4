import type { Check } from '../check.ts';
import { accessFile } from './access-file.ts';
import { certificate } from './certificate.ts';
import { channels } from './channels.ts';
import { clocks } from './clocks.ts';
import { endpoints } from './endpoints.ts';
import { extension } from './extension.ts';
import { firmware } from './firmware.ts';
import { pbxReachable } from './pbx-reachable.ts';
import { port } from './port.ts';
import { scopes } from './scopes.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { slackToken } from './slack-token.ts';
import { store } from './store.ts';
import { transport } from './transport.ts';

/** Everything that is looked at, in this order: a check stands below those it needs. */
export const checks: readonly Check[] = [
  settings,
  accessFile,
  store,
  pbxReachable,
  certificate,
  signIn,
  clocks,
  firmware,
  ...endpoints,
  extension,
  slackToken,
  scopes,
  port,
  transport,
  channels,
];
