import { type PbxSimulator, startPbx } from '../simulators/pbx/index.ts';
import { type SlackSimulator, startSlack } from '../simulators/slack/index.ts';
import { type AppProcess, startApp } from './app-process.ts';

/** A simulated Slack and PBX, and the real app between them. */
export interface Stage extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly app: AppProcess;
}

/** Sets everything up on free ports of this machine; no network beyond it is used. */
export async function setStage(): Promise<Stage> {
  const slack = await startSlack();
  const pbx = await startPbx();
  const app = await startApp(environmentFor(slack, pbx));
  slack.appUrl = `http://127.0.0.1:${app.port}/slack/events`;
  const clear = async () => {
    await app.stop();
    await Promise.all([slack.stop(), pbx.stop()]);
  };
  return { slack, pbx, app, [Symbol.asyncDispose]: clear };
}

const environmentFor = (slack: SlackSimulator, pbx: PbxSimulator): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  PORT: '0',
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  YEASTAR_BASE_URL: pbx.url,
  YEASTAR_CLIENT_ID: pbx.clientId,
  YEASTAR_CLIENT_SECRET: pbx.clientSecret,
  CALLSUMMARY_ADMINS: slack.people.agent.id,
});
