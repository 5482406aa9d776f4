import { SocketModeReceiver } from '@slack/bolt';
import { boltLoggerOf, type Logger } from '../logger.ts';
import { slackClientOptions } from '../slack/client-options.ts';
import type { Readiness } from './readiness.ts';
import { dropMalformedFrames } from './socket-frames.ts';
import { superviseSocket } from './socket-supervisor.ts';
import type { Transport } from './transport.ts';
import { createWebServer } from './web-server.ts';

/** We call Slack: a supervised Socket Mode connection. The port serves health only. */
export function createSocketTransport(appToken: string, apiUrl: URL, logger: Logger, readiness: Readiness): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLoggerOf(logger),
    autoReconnectEnabled: false,
    processEventErrorHandler: async () => false, // acknowledging on a socket that may be gone could end the process
    installerOptions: { clientOptions: slackClientOptions(apiUrl) },
  });
  dropMalformedFrames(receiver.client);
  const socket = superviseSocket(receiver.client, readiness, (state, slackError) =>
    logger[state === 'refused' ? 'error' : 'info']({ socket: state, slackError }, 'socket mode'),
  );
  const server = createWebServer(readiness);
  return {
    receiver,
    async start(port) {
      const opened = await server.start(port);
      socket.start();
      return opened;
    },
    async stop() {
      await Promise.all([socket.stop(), server.stop()]);
    },
  };
}
