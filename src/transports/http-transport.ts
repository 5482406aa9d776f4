import { HTTPReceiver, isValidSlackRequest } from '@slack/bolt';
import { boltLoggerOf, type Logger } from '../logger.ts';
import type { Readiness } from './readiness.ts';
import { bodyLimitBytes, createSlackGate, type SignedRequest } from './slack-gate.ts';
import type { Transport } from './transport.ts';
import { createWebServer, type Routes } from './web-server.ts';

/** Slack calls us: signed requests on `/slack/events`, through our gate into Bolt. `routes` are answered on the same port. */
export function createHttpTransport(
  signingSecret: string,
  logger: Logger,
  readiness: Readiness,
  routes: Routes,
): Transport {
  const receiver = new HTTPReceiver({ signingSecret, logger: boltLoggerOf(logger), bodyLimit: bodyLimitBytes });
  const isSigned = ({ body, timestamp, signature }: SignedRequest) =>
    isValidSlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
    });
  const gate = createSlackGate({ isSigned, listener: receiver.requestListener });
  const server = createWebServer(readiness, { ...routes, '/slack/events': gate });
  return {
    receiver,
    async start(port) {
      const opened = await server.start(port);
      readiness.set('ready');
      return opened;
    },
    stop: () => server.stop(),
  };
}
