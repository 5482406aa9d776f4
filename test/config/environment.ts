import assert from 'node:assert/strict';
import { type Config, parseConfig } from '../../src/config/config.ts';
import type { Environment } from '../../src/config/files.ts';
import { ConfigError, type ConfigProblem } from '../../src/config/problems.ts';

/** Every secret a test gives is one of these, so that none can be missed where none may appear. */
export const canary = 'canary-7781';

/** The least an administrator has to set, for HTTP mode. */
export const leastEnvironment = {
  SLACK_BOT_TOKEN: `xoxb-${canary}`,
  SLACK_SIGNING_SECRET: `signing-${canary}`,
  YEASTAR_BASE_URL: 'https://pbx.example.com:8088',
  YEASTAR_CLIENT_ID: 'client',
  YEASTAR_CLIENT_SECRET: `secret-${canary}`,
} as const;

/** The files there are, by path. */
export type Files = Readonly<Record<string, string>>;

const readFrom = (files: Files) => (path: string) => {
  const content = files[path];
  if (content === undefined) throw new Error(`ENOENT: no such file, ${path}`);
  return content;
};

/** The configuration of the least environment with these settings in it. */
export const configOf = (settings: Environment = {}, files: Files = {}): Config =>
  parseConfig({ ...leastEnvironment, ...settings }, readFrom(files));

/** What is wrong with the least environment once these settings are in it; `undefined` takes one away. */
export function problemsOf(settings: Environment, files: Files = {}): readonly ConfigProblem[] {
  const thrown = errorOf(settings, files);
  assert.doesNotMatch(`${thrown.message} ${thrown.stack} ${JSON.stringify(thrown)}`, new RegExp(canary));
  return thrown.problems;
}

/** The error an administrator reads. */
export function errorOf(settings: Environment, files: Files = {}): ConfigError {
  try {
    configOf(settings, files);
  } catch (thrown) {
    assert.ok(thrown instanceof ConfigError, String(thrown));
    return thrown;
  }
  return assert.fail('the configuration was accepted');
}

/** The names of the settings something is wrong with, each once. */
export const namesOf = (problems: readonly ConfigProblem[]): readonly string[] => [
  ...new Set(problems.map(({ name }) => name)),
];
