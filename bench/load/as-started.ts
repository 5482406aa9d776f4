import { readFileSync } from 'node:fs';

interface Package {
  readonly scripts: { readonly start: string };
}

const { scripts }: Package = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The app as `npm start` starts it: the file, and what Node is told about its memory. */
export const asStarted = {
  file: 'bin/callsummary.js',
  nodeArguments: scripts.start.split(' ').filter((word) => word.startsWith('--')),
} as const;
