import { Writable } from 'node:stream';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { type CallSummaryApp, createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createLogger } from '../../src/logger.ts';
import type { AppOverrides } from '../../src/parts.ts';
import { settingsFor } from './settings.ts';

/** The real app between a simulated Slack and a simulated PBX, all on loopback and in this process. */
export interface Workplace extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly app: CallSummaryApp;
  readonly port: number;
  /** Everything the app has logged so far, at debug level. */
  readonly log: () => string;
}

/** How a workplace differs from the usual one: HTTP mode, the agent is an administrator. */
export interface WorkplaceOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What the access file says; without it there is none. */
  readonly accessFile?: string;
  readonly pbx?: PbxOptions;
  readonly slack?: SlackOptions;
  readonly overrides?: AppOverrides;
}

/** Opens a workplace; `await using` closes it at the end of the test. */
export async function openWorkplace({
  env,
  accessFile,
  pbx: pbxOptions,
  slack: slackOptions,
  overrides,
}: WorkplaceOptions = {}): Promise<Workplace> {
  const slack = await startSlack(slackOptions);
  const pbx = await startPbx(pbxOptions);
  const lines: string[] = [];
  const files = accessFile === undefined ? {} : { CALLSUMMARY_ACCESS_FILE: 'access.yml' };
  const usual = settingsFor(slack, pbx, slackOptions?.transport === 'socket');
  const config = parseConfig({ ...usual, ...files, ...env }, () => accessFile ?? '');
  const app = createApp(config, createLogger('debug', keeping(lines)), overrides);
  const port = await app.start();
  slack.appUrl = `http://127.0.0.1:${port}/slack/events`;
  if (slackOptions?.transport === 'socket') await slack.socketReady();
  const close = async () => {
    await app.stop();
    await Promise.all([slack.stop(), pbx.stop()]);
  };
  return { slack, pbx, app, port, log: () => lines.join(''), [Symbol.asyncDispose]: close };
}

const keeping = (lines: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
