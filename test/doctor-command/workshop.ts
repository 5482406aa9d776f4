import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { runDoctor } from '../../src/doctor-command/run.ts';
import { folderOf } from '../store/support.ts';

/** No test of the doctor takes longer. */
export const bounded = { timeout: 30_000 };

/** An installation between simulators, with a doctor at hand. */
export interface Workshop {
  readonly pbx: PbxSimulator;
  readonly slack: SlackSimulator;
  readonly storeFile: string;
  /** Settings, which a test may change. */
  readonly env: Record<string, string>;
  /** Files that settings name, by their path. */
  readonly files: Record<string, string>;
  /** Types `npm run doctor -- …`. */
  readonly doctor: (
    ...words: string[]
  ) => Promise<{ exitCode: number; out: readonly string[]; err: readonly string[] }>;
}

export interface WorkshopOptions {
  readonly pbx?: PbxOptions;
  readonly slack?: SlackOptions;
}

/** A healthy installation in Socket Mode, in which the app was never started. */
export async function openWorkshop(t: TestContext, options: WorkshopOptions = {}): Promise<Workshop> {
  const slack = await startSlack({ scopes: manifestScopes, ...options.slack });
  const pbx = await startPbx(options.pbx);
  t.after(() => Promise.all([slack.stop(), pbx.stop()]));
  const storeFile = join(folderOf(t), 'callsummary.db');
  const env: Record<string, string> = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    YEASTAR_BASE_URL: pbx.url,
    YEASTAR_CLIENT_ID: pbx.clientId,
    YEASTAR_CLIENT_SECRET: pbx.clientSecret,
    CALLSUMMARY_STORE_FILE: storeFile,
    PORT: '0',
  };
  const files: Record<string, string> = {};
  return { pbx, slack, storeFile, env, files, doctor: (...words) => runIn(env, files, words) };
}

const manifestScopes = [
  'commands',
  'chat:write',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
  'usergroups:read',
];

async function runIn(env: Record<string, string>, files: Record<string, string>, words: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runDoctor({
    words,
    env,
    readTextFile: (path) => files[path] ?? missing(),
    readManifest: () => readFileSync('manifest.yml', 'utf8'),
    now: () => new Date(),
    say: (line) => out.push(...line.split('\n')),
    complain: (line) => err.push(...line.split('\n')),
  });
  return { exitCode, out, err };
}

function missing(): never {
  throw new Error('ENOENT');
}

/** The lines about one check: its own and those under it. */
export function linesAbout(out: readonly string[], what: string): string {
  const start = out.findIndex((line) => line.slice(9).startsWith(`${what}:`));
  const length = out.slice(start + 1).findIndex((line) => !line.startsWith(' '));
  return start === -1 ? '' : out.slice(start, start + 1 + length).join('\n');
}

/** The output as it is the same in every run. */
export const steady = (out: readonly string[]): string =>
  `${out.join('\n')}\n`
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:8088')
    .replaceAll(/(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/g, 'AB:CD:…')
    .replaceAll(/until \d{4}-\d\d-\d\d/g, 'until 2027-12-31')
    .replaceAll(/Port: another program uses \d+/g, 'Port: another program uses 3000')
    .replaceAll(/ is \d+ s (ahead|behind)/g, ' is 240 s $1');
