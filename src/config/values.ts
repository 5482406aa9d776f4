import { isIP } from 'node:net';
import { z } from 'zod';
import { defaultStoreFile } from '../store/default-file.ts';

/** pino's levels, plus silent. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Slack's secrets have 32 characters; a value shorter than this is a slip of the hand. */
const shortestSigningSecret = 8;

/** Whether a URL stays on this machine, where plain http is safe. */
export const isLoopback = (url: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);

// An empty query or fragment shows in the address alone, and would swallow what is put behind it.
const hasOnlyAddress = (url: URL) => `${url.username}${url.password}` === '' && !/[?#]/.test(url.href);
const isEncryptedOrLocal = (url: URL) => url.protocol === 'https:' || isLoopback(url);
const entriesOf = (value: string) => value.split(/[\s,]+/).filter((entry) => entry !== '');

const required = z.string({ error: 'is missing' });

const address = required
  .refine(URL.canParse, { error: 'is not a URL', abort: true })
  .transform((value) => new URL(value))
  .refine(({ protocol }) => /^https?:$/.test(protocol), 'must start with https://')
  .refine(hasOnlyAddress, 'must be an address only, without user, password, query or fragment');

/** What openssl prints before a fingerprint. */
const opensslLabel = /\bsha-?256\s+(?=fingerprint=)|(?<![a-z0-9-])[a-z0-9-]+=/gi;

/** With or without colons, to Node's form `AB:CD:…`. */
const fingerprint = z
  .string()
  .transform((value) => value.replaceAll(':', '').toUpperCase())
  .refine((value) => /^[0-9A-F]{64}$/.test(value), 'is not a SHA-256 fingerprint (32 bytes in hexadecimal)')
  .transform((value) => value.replaceAll(/(..)(?!$)/g, '$1:'));

const isPort = (port: number) => port <= 65_535;

/** `127.0.0.1:9464` or `[::1]:9464`. No name: it could come to mean another address. */
const listenAddress = z
  .string()
  .trim()
  .transform((value) => /^(?:\[(?<six>[^\]]+)\]|(?<four>[^:]+)):(?<port>\d{1,5})$/.exec(value)?.groups ?? {})
  .transform(({ six, four, port }) => ({ host: six ?? four ?? '', port: Number(port) }))
  .refine(({ host, port }) => isIP(host) !== 0 && isPort(port), 'is not an address and a port, such as 127.0.0.1:9464');

const mostPerWhile = 1_000_000;

const wholeNumber = (least: number, most: number, what: string) => {
  const problem = `is not a number of ${what} from ${least} to ${most}`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
};

/** Each variable by itself; what several have to do with each other is in `config.ts`. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: required.regex(/^xox[be]/, 'is not a bot token, which starts with xoxb-'),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'is not an app-level token, which starts with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(shortestSigningSecret, 'is too short to be a signing secret').optional(),
  SLACK_API_URL: address
    .refine(isEncryptedOrLocal, 'must start with https://')
    .default(new URL('https://slack.com/api/'))
    .transform(({ href }) => new URL(href.endsWith('/') ? href : `${href}/`)),
  PORT: z.coerce.number('is not a port number').int('is not a port number').min(0).max(65_535).default(3000),
  YEASTAR_BASE_URL: address,
  YEASTAR_CLIENT_ID: required,
  YEASTAR_CLIENT_SECRET: required,
  YEASTAR_CA_FILE: z.string().optional(),
  YEASTAR_FINGERPRINT256: z
    .string()
    .transform((value) => entriesOf(value.replaceAll(opensslLabel, ' ')))
    .pipe(z.array(fingerprint).min(1))
    .optional(),
  YEASTAR_ALLOW_HTTP: z.enum(['true', 'false'], 'is either true or false').default('false'),
  CALLSUMMARY_ADMINS: z
    .string()
    .default('')
    .transform(entriesOf)
    .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'holds something that is not a Slack member ID'))),
  CALLSUMMARY_ACCESS_FILE: z.string().optional(),
  CALLSUMMARY_STORE_FILE: z.string().default(defaultStoreFile),
  CALLSUMMARY_AUDIT_DAYS: wholeNumber(1, 3650, 'days').default(400),
  CALLSUMMARY_PERSON_PER_MINUTE: wholeNumber(1, mostPerWhile, 'summaries').default(20),
  CALLSUMMARY_PERSON_PER_DAY: wholeNumber(1, mostPerWhile, 'summaries').default(300),
  CALLSUMMARY_EVERYBODY_PER_MINUTE: wholeNumber(1, mostPerWhile, 'summaries').default(300),
  CALLSUMMARY_METRICS_LISTEN: listenAddress.optional(),
  LOG_LEVEL: z.enum(logLevels, `is none of ${logLevels.join(', ')}`).default('info'),
});

export type EnvironmentValues = z.output<typeof environmentSchema>;
