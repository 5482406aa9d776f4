import fc from 'fast-check';
import { type Config, parseConfig } from '../../src/config/config.ts';
import { settings as known, secretNames } from '../../src/config/settings.ts';
import { readingOf } from '../judges/thrown.ts';
import { timed } from '../judges/time.ts';
import { mutated, textEdit } from '../mutate/text.ts';
import { Found, type Target } from '../target.ts';

const canary = 'canary-7781';
const right: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: `xoxb-${canary}`,
  SLACK_APP_TOKEN: `xapp-${canary}`,
  SLACK_SIGNING_SECRET: `signing-${canary}`,
  SLACK_API_URL: 'https://slack.com/api/',
  PORT: '3000',
  YEASTAR_BASE_URL: 'https://pbx.example.com:8088',
  YEASTAR_CLIENT_ID: 'client',
  YEASTAR_CLIENT_SECRET: `secret-${canary}`,
  YEASTAR_FINGERPRINT256: `sha256 Fingerprint=${'AB:'.repeat(31)}AB`,
  YEASTAR_ALLOW_HTTP: 'false',
  CALLSUMMARY_ADMINS: 'U0ADMIN01, W0ADMIN02',
  CALLSUMMARY_AUDIT_DAYS: '400',
  CALLSUMMARY_PERSON_PER_MINUTE: '20',
  LOG_LEVEL: 'info',
};
const files: Readonly<Record<string, string>> = {
  'secret.txt': `xoxb-${canary}\n`,
  'empty.txt': '\n',
  'ca.pem': '-----BEGIN CERTIFICATE-----\n',
  'access.yml': 'admins: [U0ADMIN01]\n',
  'odd.yml': 'admins: {U0ADMIN01\n',
};
const names = [...Object.keys(known), ...secretNames.map((name) => `${name}_FILE`)];
const others = ['NODE_TLS_REJECT_UNAUTHORIZED', '__proto__', 'constructor', 'PATH', ''];
const pieces = [
  '://',
  '//',
  '@',
  ':',
  '#',
  '?',
  '\\',
  '/',
  ' ',
  '\n',
  '\0',
  ',',
  '=',
  '%',
  '[::1]',
  '127.0.0.1',
  'http://',
  'HTTPS://',
  'ftp://',
  '0',
  '-',
  'e9',
  '0x',
  '\u0661',
  'true',
  'true ',
];
const value = fc.oneof(
  {
    weight: 4,
    arbitrary: mutated([...Object.values(right), 'http://pbx.example.com', 'http://[::1]:80/'], textEdit(pieces), 3),
  },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(files), '', ' ', '0', '-1', '65536', 'x'.repeat(5_000)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const anywhere = fc.tuple(fc.constantFrom(...names, ...others), fc.option(value));
const plain = ['http://pbx.example.com', 'http://127.0.0.1:8088', 'http://localhost', 'http://[::1]:80/'];
const alternatives = Object.entries(right).flatMap(([name, usual]) =>
  [usual, ...(usual.startsWith('https:') ? plain : [])].map((source) => ({ name, source })),
);
/** A setting that is nearly right. */
const inPlace = fc
  .tuple(fc.constantFrom(...alternatives), fc.array(textEdit(pieces), { maxLength: 2 }))
  .map(([{ name, source }, edits]): [string, string | null] => [
    name,
    edits.reduce((text, edit) => edit(text), source),
  ]);
const change = fc.oneof(anywhere, inPlace);

/** The environment, any of its settings odd or missing. */
export const settings: Target = {
  name: 'settings',
  weight: 18,
  runsAtOnce: 5_000,
  inputs: fc.array(change, { maxLength: 6 }).map((changes) => JSON.stringify([...Object.entries(right), ...changes])),
  open: async () => ({ try: trySettings, [Symbol.asyncDispose]: async () => {} }),
};

async function trySettings(input: string): Promise<number> {
  const entries: [string, string | null][] = JSON.parse(input);
  const env = Object.fromEntries(entries.map(([name, given]) => [name, given ?? undefined]));
  const { result, msPer64kB } = await timed(Buffer.byteLength(input), () =>
    readingOf(() => parseConfig(env, readFile)),
  );
  if ('error' in result) judgeWords(result.error);
  else judgeConfig(result.result, env);
  return msPer64kB;
}

function readFile(path: string): string {
  const content = Object.hasOwn(files, path) ? files[path] : undefined;
  if (content === undefined) throw new Error(`ENOENT: ${path}`);
  return content;
}

/** What an administrator reads in a terminal, and what a log keeps. */
function judgeWords(error: Error): void {
  if (error.name !== 'ConfigError') throw new Found(`failed as ${error.name}`);
  if (`${error.message}${error.stack}${JSON.stringify(error)}`.includes(canary))
    throw new Found('a secret in the words');
}

function judgeConfig(
  { yeastar, slack, port, auditDays, fairUse }: Config,
  env: Readonly<Record<string, string | undefined>>,
): void {
  for (const url of [yeastar.baseUrl, slack.apiUrl])
    judgeAddress(url, env.YEASTAR_ALLOW_HTTP === 'true' && url === yeastar.baseUrl);
  const numbers = [port, auditDays, fairUse.personPerDay, fairUse.personPerMinute, fairUse.everybodyPerMinute];
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0))
    throw new Found(`numbers ${numbers.join()}`);
  if (port > 65_535) throw new Found(`port ${port}`);
}

/** Secrets travel there: encrypted, or not beyond this machine. */
function judgeAddress(url: URL, mayBePlain: boolean): void {
  const isHere =
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (isHere || mayBePlain)))
    throw new Found(`would go to ${url.href}`);
  if (url.username !== '' || url.password !== '' || url.search !== '')
    throw new Found(`more than an address: ${url.href}`);
}
