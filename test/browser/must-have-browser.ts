import { findBrowser } from './find-browser.ts';

try {
  findBrowser();
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
