import type { z } from 'zod';
import { type AccessFile, accessFileOf } from './access-file.ts';
import { type Environment, type ReadTextFile, resolveSecretFiles } from './files.ts';
import { ConfigError, type ConfigProblem } from './problems.ts';
import { authorityOf, type TlsTrust, trustOf } from './tls.ts';
import { type EnvironmentValues, environmentSchema, isLoopback, type logLevels } from './values.ts';

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

/** Where a server listens. */
export interface ListenAddress {
  /** An address of this machine, or 0.0.0.0 or :: for all of them. */
  readonly host: string;
  readonly port: number;
}

/** Everything the app is told from outside, parsed and frozen. */
export interface Config {
  readonly slack: { readonly botToken: string; readonly apiUrl: URL; readonly transport: SlackTransport };
  readonly yeastar: YeastarConfig;
  /** Slack user ids of the people who may read every extension's summaries. */
  readonly admins: ReadonlySet<string>;
  /** Null where there is none. */
  readonly accessFile: AccessFile | null;
  readonly storeFile: string;
  readonly auditDays: number;
  /** How many summaries may be asked for. */
  readonly fairUse: {
    readonly personPerMinute: number;
    readonly personPerDay: number;
    readonly everybodyPerMinute: number;
  };
  readonly port: number;
  /** Null where /metrics is answered on the port, and to this machine alone. */
  readonly metricsAddress: ListenAddress | null;
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
  const accessFile = accessFileOf(given.env.CALLSUMMARY_ACCESS_FILE, readTextFile);
  const problems = [
    ...given.problems,
    ...(parsed.error?.issues.map(problemOf) ?? []),
    ...('problem' in transport ? [transport.problem] : []),
    ...('problem' in authority ? [authority.problem] : []),
    ...('problem' in accessFile ? [accessFile.problem] : []),
    ...unsafeProblems(given.env),
  ];
  if (
    problems.length > 0 ||
    !parsed.success ||
    'problem' in transport ||
    'problem' in authority ||
    'problem' in accessFile
  )
    throw new ConfigError(problems);
  return configOf(parsed.data, transport, authority.value, accessFile.value);
}

function configOf(
  values: EnvironmentValues,
  transport: SlackTransport,
  authorityPem: string | null,
  accessFile: AccessFile | null,
): Config {
  return Object.freeze({
    slack: { botToken: values.SLACK_BOT_TOKEN, apiUrl: values.SLACK_API_URL, transport },
    yeastar: {
      baseUrl: values.YEASTAR_BASE_URL,
      clientId: values.YEASTAR_CLIENT_ID,
      clientSecret: values.YEASTAR_CLIENT_SECRET,
      tls: trustOf(values.YEASTAR_FINGERPRINT256, authorityPem),
    },
    admins: new Set(values.CALLSUMMARY_ADMINS),
    accessFile,
    storeFile: values.CALLSUMMARY_STORE_FILE,
    auditDays: values.CALLSUMMARY_AUDIT_DAYS,
    fairUse: {
      personPerMinute: values.CALLSUMMARY_PERSON_PER_MINUTE,
      personPerDay: values.CALLSUMMARY_PERSON_PER_DAY,
      everybodyPerMinute: values.CALLSUMMARY_EVERYBODY_PER_MINUTE,
    },
    port: values.PORT,
    metricsAddress: values.CALLSUMMARY_METRICS_LISTEN ?? null,
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
  const unreadable = problems.find(({ name }) => /^SLACK_(APP_TOKEN|SIGNING_SECRET)_FILE$/.test(name));
  return {
    problem: unreadable ?? {
      name: 'SLACK_APP_TOKEN',
      problem: 'is missing (or SLACK_SIGNING_SECRET, for HTTP mode)',
    },
  };
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
