// The tests of `npm run check`: those that are over in seconds, because they start no simulator, no program and no store.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

/** What takes minutes in all; `npm test` runs it too. A new folder is quick until somebody finds that it is not. */
const slow = [
  'blocks/call-summary.property.test.ts',
  'demo',
  'doctor-command',
  'process',
  'services/access/mutants.test.ts',
  'services/yeastar',
  'simulators',
  'slack',
  'slack-cli',
  'store',
  'stories',
  'transports',
];

const isSlow = (file: string) => slow.some((name) => `${file}/`.startsWith(`test/${name}/`));
const files = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
const quick = files.filter((file) => !isSlow(file));

const words = ['--import', './scripts/compile-cache.js', '--test', '--test-concurrency=3', '--test-reporter=dot'];
const { status } = spawnSync(process.execPath, [...words, ...quick], { stdio: 'inherit' });
console.log(
  `Left out, for npm test: ${files.length - quick.length} of ${files.length} files, in test/{${slow.join(',')}}.`,
);
process.exitCode = status ?? 1;
