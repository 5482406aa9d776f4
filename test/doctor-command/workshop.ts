import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { runDoctor } from '../../src/doctor-command/run.ts';
import { folderOf } from '../store/support.ts';

/** No test of the doctor takes longer. */
export const bounded = { timeout: 30_000 };

/** Looks like one of Slack's. */
export const signingSecret = '0123456789abcdef'.repeat(2);

/** What the bot's Slack says beyond what the simulator knows. */
export interface SlackExtras {
  /** users.conversations: pages of channels, or an error. */
  channels: readonly (readonly object[])[] | string;
  /** The Date header of every answer; null leaves it as it is. */
  date: Date | null;
  /** auth.test as it is answered, whatever the simulator says. */
  identity: object | null;
}

/** An installation between simulators, with a doctor at hand. */
export interface Workshop {
  readonly pbx: PbxSimulator;
  readonly slack: SlackSimulator;
  readonly extras: SlackExtras;
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

const someChannels = [
  [
    { id: 'C0SUPPORT01', name: 'support', is_private: false },
    { id: 'C0INCIDENT7', name: 'inc-482-login-loop', is_private: false },
    { id: 'C0ESCALATE4', name: 'escalations', is_private: true },
  ],
];

/** A healthy installation in Socket Mode, in which the app was never started. */
export async function openWorkshop(t: TestContext, options: WorkshopOptions = {}): Promise<Workshop> {
  const slack = await startSlack({ signingSecret, scopes: manifestScopes, ...options.slack });
  const pbx = await startPbx(options.pbx);
  t.after(() => Promise.all([slack.stop(), pbx.stop()]));
  const extras: SlackExtras = { channels: someChannels, date: null, identity: null };
  const storeFile = join(folderOf(t), 'callsummary.db');
  const env: Record<string, string> = {
    SLACK_API_URL: await widerSlack(t, slack, extras),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    YEASTAR_BASE_URL: pbx.url,
    YEASTAR_CLIENT_ID: pbx.clientId,
    YEASTAR_CLIENT_SECRET: pbx.clientSecret,
    CALLSUMMARY_STORE_FILE: storeFile,
    PORT: '0',
  };
  const files: Record<string, string> = {};
  return { pbx, slack, extras, storeFile, env, files, doctor: (...words) => runIn(env, files, words) };
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

/** Stands in front of the simulator and answers what it does not know yet. */
async function widerSlack(t: TestContext, slack: SlackSimulator, extras: SlackExtras): Promise<string> {
  const server = createServer((request, response) => {
    answer(request, response, slack, extras).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
}

async function answer(request: IncomingMessage, response: ServerResponse, slack: SlackSimulator, extras: SlackExtras) {
  const body = await text(request);
  const method = (request.url ?? '').replace('/api/', '');
  if (extras.date !== null) response.setHeader('date', extras.date.toUTCString());
  if (method === 'users.conversations') return response.end(JSON.stringify(channelPage(body, extras)));
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const headers = { authorization, 'content-type': type };
  const inner = await fetch(`${slack.origin}${request.url}`, { method: 'POST', headers, body });
  const scopes = inner.headers.get('x-oauth-scopes');
  if (scopes !== null) response.setHeader('x-oauth-scopes', scopes);
  response.statusCode = inner.status;
  const said = await inner.text();
  return response.end(method === 'auth.test' && extras.identity !== null ? JSON.stringify(extras.identity) : said);
}

function channelPage(body: string, { channels }: SlackExtras): object {
  if (typeof channels === 'string') return { ok: false, error: channels };
  const page = Number(new URLSearchParams(body).get('cursor') ?? 0);
  const next = page + 1 < channels.length ? `${page + 1}` : '';
  return { ok: true, channels: channels[page] ?? [], response_metadata: { next_cursor: next } };
}

/** A self-signed certificate that is good for more than a year. */
export async function lastingCertificate(t: TestContext) {
  const folder = folderOf(t);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
  const subject = ['-days', '400', '-subj', '/CN=PBX', '-addext', 'subjectAltName=IP:127.0.0.1'];
  await promisify(execFile)('openssl', ['req', '-x509', ...newKey, ...subject, '-out', 'cert.pem'], { cwd: folder });
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name), 'utf8'));
  if (key === undefined || cert === undefined) throw new Error('openssl left no certificate');
  return { key, cert, fingerprint256: new X509Certificate(cert).fingerprint256 };
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
