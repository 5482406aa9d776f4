import { Writable } from 'node:stream';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { type CallSummaryApp, createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createLogger } from '../../src/logger.ts';
import type { AppOverrides } from '../../src/parts.ts';

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
  const usual = environmentOf(slack, pbx, slackOptions?.transport === 'socket');
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

/** The settings under which the app talks to these two simulators. */
export const environmentOf = (slack: SlackSimulator, pbx: PbxSimulator, isSocketMode = false) => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  ...(isSocketMode ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  YEASTAR_BASE_URL: pbx.url,
  YEASTAR_CLIENT_ID: pbx.clientId,
  YEASTAR_CLIENT_SECRET: pbx.clientSecret,
  CALLSUMMARY_ADMINS: slack.people.agent.id,
  CALLSUMMARY_STORE_FILE: ':memory:',
  // Tests hurry more than people do; what the usual limits are worth has a test of its own.
  CALLSUMMARY_PERSON_PER_MINUTE: '100000',
  CALLSUMMARY_PERSON_PER_DAY: '100000',
  CALLSUMMARY_EVERYBODY_PER_MINUTE: '100000',
  PORT: '0',
});

const keeping = (lines: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
