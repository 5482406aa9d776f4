import { SocketModeReceiver } from '@slack/bolt';
import { boltLoggerOf, type Logger } from '../logger.ts';
import { slackClientOptions } from '../slack/client-options.ts';
import type { Readiness } from './readiness.ts';
import { dropMalformedFrames } from './socket-frames.ts';
import { type SocketState, superviseSocket } from './socket-supervisor.ts';
import type { Transport } from './transport.ts';
import { createWebServer, type Routes } from './web-server.ts';

export interface SocketTransportOptions {
  readonly appToken: string;
  readonly apiUrl: URL;
  /** What the port serves beside health. */
  readonly routes: Routes;
  /** Hears each change of the connection, which is in the log by then. */
  readonly onChange: (state: SocketState) => void;
}

/** We call Slack: a supervised Socket Mode connection. Slack does not use the port. */
export function createSocketTransport(
  { appToken, apiUrl, routes, onChange }: SocketTransportOptions,
  logger: Logger,
  readiness: Readiness,
): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLoggerOf(logger),
    autoReconnectEnabled: false,
    processEventErrorHandler: async () => false, // acknowledging on a socket that may be gone could end the process
    installerOptions: { clientOptions: slackClientOptions(apiUrl) },
  });
  dropMalformedFrames(receiver.client);
  const socket = superviseSocket(receiver.client, readiness, (state, slackError) => {
    logger[state === 'refused' ? 'error' : 'info']({ socket: state, slackError }, 'socket mode');
    onChange(state);
  });
  const server = createWebServer(readiness, routes);
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
