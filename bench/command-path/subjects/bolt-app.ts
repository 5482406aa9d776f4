// What the subjects made of bare Bolt have in common: how Slack reaches them, and how they say that they are ready.
import { App, HTTPReceiver, type SlackCommandMiddlewareArgs, SocketModeReceiver } from '@slack/bolt';

const { SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL = '', SLACK_BOT_TOKEN = '' } = process.env;

/** Starts a Bolt app that gives `/callsummary` to `listener`, built as Bolt's own guide does. */
export async function startBolt(listener: (args: SlackCommandMiddlewareArgs) => Promise<void>): Promise<void> {
  const receiver =
    SLACK_APP_TOKEN === undefined
      ? new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET ?? '' })
      : new SocketModeReceiver({
          appToken: SLACK_APP_TOKEN,
          installerOptions: { clientOptions: { slackApiUrl: SLACK_API_URL } },
        });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B0BENCHBOT1', botUserId: 'U0BENCHBOT1' }),
    clientOptions: { slackApiUrl: SLACK_API_URL },
  });
  app.command('/callsummary', listener);
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ msg: 'started', port })}\n`);
}
