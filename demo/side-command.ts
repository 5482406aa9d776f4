import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

/** The commands that the app has for administrators, by what comes after `npm run`. */
const mains = { audit: '../src/audit/main.ts', access: '../src/access-command/main.ts' } as const;

/** Runs one of them with the settings of this app, and gives what it prints, complaints included. */
export function runSideCommand({ env, folder }: Stage, name: keyof typeof mains, words: readonly string[]) {
  const main = fileURLToPath(new URL(mains[name], import.meta.url));
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(process.execPath, [main, ...words], { env, cwd: folder.path }, (_ended, stdout, stderr) =>
    resolve(`${stdout}${stderr}`.trimEnd()),
  );
  return promise;
}
