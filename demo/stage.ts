import { type PbxSimulator, startPbx } from '../simulators/pbx/index.ts';
import { type SlackSimulator, startSlack } from '../simulators/slack/index.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { demoCalls } from './calls.ts';
import { openStageFolder, type StageFolder } from './stage-folder.ts';

/** A simulated Slack and PBX, and the real app between them. */
export interface Stage extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly app: AppProcess;
  readonly folder: StageFolder;
  /** What the app was started with; its other commands take the same. */
  readonly env: Readonly<Record<string, string>>;
}

const recentCalls = { count: 60, odd: false } as const;

/** Sets everything up on free ports of this machine; no network beyond it is used. */
export async function setStage(): Promise<Stage> {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(openStageFolder());
  const slack = parts.use(await startSlack());
  const pbx = parts.adopt(await startPbx({ calls: demoCalls, recentCalls }), (started) => started.stop());
  const env = environmentFor(slack, pbx, folder);
  const app = parts.use(await startApp(env, folder.path));
  slack.appUrl = `http://127.0.0.1:${app.port}/slack/events`;
  const all = parts.move();
  return { slack, pbx, app, folder, env, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

const environmentFor = (
  slack: SlackSimulator,
  pbx: PbxSimulator,
  { files }: StageFolder,
): Readonly<Record<string, string>> => ({
  PATH: process.env.PATH ?? '',
  PORT: '0',
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  YEASTAR_BASE_URL: pbx.url,
  YEASTAR_CLIENT_ID: pbx.clientId,
  YEASTAR_CLIENT_SECRET: pbx.clientSecret,
  CALLSUMMARY_ACCESS_FILE: files.access,
  CALLSUMMARY_STORE_FILE: files.store,
});
