import { App, type Receiver } from '@slack/bolt';
import type { Config } from '../config/config.ts';
import { boltLoggerOf, type Logger } from '../logger.ts';
import { slackClientOptions } from './client-options.ts';

/** A Bolt app that asks Slack nothing before it acknowledges. Call `init()` before requests come in. */
export function createBoltApp({ slack }: Config, receiver: Receiver, logger: Logger): App {
  const app = new App({
    receiver,
    logger: boltLoggerOf(logger),
    // The token is all Bolt has to know; given as `token`, it would ask Slack who we are in front of an acknowledgement.
    // Bolt gives its listeners a client with this token only under a team or an enterprise, which a payload may lack.
    authorize: async ({ enterpriseId = 'none' }) => ({ botToken: slack.botToken, enterpriseId }),
    deferInitialization: true,
    ignoreSelf: false, // concerns events, which we take none of, and would want our bot id
    convoStore: false,
    clientOptions: slackClientOptions(slack.apiUrl),
  });
  app.error(async ({ name, code }) => logger.error({ errorName: name, errorCode: code }, 'bolt'));
  return app;
}
