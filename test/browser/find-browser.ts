import { accessSync, constants } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Gives the browser to test in: the one that CHROMIUM names, or else one in a usual place. @throws where there is none */
export function findBrowser(): string {
  const { CHROMIUM: named = '' } = process.env;
  const found = (named === '' ? usualPlaces : [named]).find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    'There is no browser to test in. Install Chromium (on Debian: apt-get install chromium), or name one in CHROMIUM.',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
