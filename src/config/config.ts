import type { z } from 'zod';
import { type Environment, type ReadTextFile, readFileOf, resolveSecretFiles } from './files.ts';
import { ConfigError, type ConfigProblem } from './problems.ts';
import { type EnvironmentValues, environmentSchema, isLoopback, type logLevels } from './values.ts';

/** How the PBX's certificate is judged. No kind switches the check off. */
export type TlsTrust =
  | { readonly kind: 'system' }
  | { readonly kind: 'authority'; readonly pem: string }
  | { readonly kind: 'pinned'; readonly fingerprints: readonly string[]; readonly pem: string | null };

/** How Slack reaches the app. */
export type SlackTransport =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | { readonly kind: 'socket'; readonly appToken: string };

/** Where the PBX is, how we sign in, and how we know that it is the right one. */
export interface YeastarConfig {
  readonly baseUrl: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tls: TlsTrust;
}

/** Everything the app is told from outside, parsed and frozen. */
export interface Config {
  readonly slack: { readonly botToken: string; readonly apiUrl: URL; readonly transport: SlackTransport };
  readonly yeastar: YeastarConfig;
  /** Slack user ids of the people who may read summaries. */
  readonly admins: ReadonlySet<string>;
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
}

/**
 * Environment to configuration; `readTextFile` fetches `…_FILE` secrets and the certificate.
 * @throws {ConfigError} with every problem found, each naming its setting.
 */
export function parseConfig(env: Environment, readTextFile: ReadTextFile): Config {
  const given = resolveSecretFiles(env, readTextFile);
  const parsed = environmentSchema.safeParse(given.env);
  const transport = transportOf(given.env, given.problems);
  const authority = authorityOf(given.env.YEASTAR_CA_FILE, readTextFile);
  const problems = [
    ...given.problems,
    ...(parsed.error?.issues.map(problemOf) ?? []),
    ...('problem' in transport ? [transport.problem] : []),
    ...('problem' in authority ? [authority.problem] : []),
    ...unsafeProblems(given.env),
  ];
  if (problems.length > 0 || !parsed.success || 'problem' in transport || 'problem' in authority)
    throw new ConfigError(problems);
  return configOf(parsed.data, transport, authority.value);
}

function configOf(values: EnvironmentValues, transport: SlackTransport, authorityPem: string | null): Config {
  return Object.freeze({
    slack: { botToken: values.SLACK_BOT_TOKEN, apiUrl: values.SLACK_API_URL, transport },
    yeastar: {
      baseUrl: values.YEASTAR_BASE_URL,
      clientId: values.YEASTAR_CLIENT_ID,
      clientSecret: values.YEASTAR_CLIENT_SECRET,
      tls: trustOf(values.YEASTAR_FINGERPRINT256, authorityPem),
    },
    admins: new Set(values.CALLSUMMARY_ADMINS),
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
  });
}

const problemOf = (issue: z.core.$ZodIssue): ConfigProblem => ({
  name: String(issue.path[0]),
  problem: issue.message.startsWith('Too ') ? 'is out of range' : issue.message,
});

function transportOf(
  env: Environment,
  problems: readonly ConfigProblem[],
): SlackTransport | { readonly problem: ConfigProblem } {
  if (env.SLACK_APP_TOKEN !== undefined) return { kind: 'socket', appToken: env.SLACK_APP_TOKEN };
  if (env.SLACK_SIGNING_SECRET !== undefined) return { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET };
  const unreadable = problems.find(({ name }) => name === 'SLACK_APP_TOKEN_FILE');
  return {
    problem: unreadable ?? {
      name: 'SLACK_SIGNING_SECRET',
      problem: 'is missing (or SLACK_APP_TOKEN, for Socket Mode)',
    },
  };
}

function trustOf(fingerprints: readonly string[] | undefined, pem: string | null): TlsTrust {
  if (fingerprints !== undefined) return { kind: 'pinned', fingerprints, pem };
  return pem === null ? { kind: 'system' } : { kind: 'authority', pem };
}

function authorityOf(path: string | undefined, readTextFile: ReadTextFile) {
  if (path === undefined) return { value: null };
  const name = 'YEASTAR_CA_FILE';
  const file = readFileOf(name, path, readTextFile);
  if ('problem' in file || file.value.includes('-----BEGIN CERTIFICATE-----')) return file;
  return { problem: { name, problem: 'names a file that holds no certificate in PEM form' } };
}

function unsafeProblems(env: Environment): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (isPlainHttp(env.YEASTAR_BASE_URL) && env.YEASTAR_ALLOW_HTTP !== 'true')
    problems.push({ name: 'YEASTAR_BASE_URL', problem: 'must start with https:// (or set YEASTAR_ALLOW_HTTP=true)' });
  // It would switch certificate checks off for the connections to Slack as well.
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== undefined)
    problems.push({
      name: 'NODE_TLS_REJECT_UNAUTHORIZED',
      problem: 'is set; it can switch certificate checks off, so remove it',
    });
  return problems;
}

function isPlainHttp(value: string | undefined): boolean {
  const url = value === undefined ? null : URL.parse(value);
  return url !== null && url.protocol === 'http:' && !isLoopback(url);
}
