import type { Socketing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world; gives the handles of its Socket Mode. */
export function socketing({ sockets, changes }: World): Omit<Socketing, 'socketConnections'> {
  let openedBefore = 0;
  const everyConnection = () => {
    openedBefore = sockets.opened;
    return sockets.connections;
  };
  return {
    envelopes: sockets.sent,
    async socketReady(patience) {
      const isReady = () => sockets.opened > openedBefore && sockets.connections.length > 0;
      await changes.until(() => (isReady() ? true : undefined), patience);
    },
    recyclesSocket(reason = 'refresh_requested') {
      for (const connection of everyConnection()) {
        connection.say({ type: 'disconnect', reason, debug_info: { host: 'applink-simulator' } });
        if (reason === 'refresh_requested') connection.close();
      }
    },
    dropsSocket(when) {
      const connections = everyConnection();
      if (when) return sockets.cutAtNext(when.at);
      for (const connection of connections) connection.reset();
    },
    silencesSocket() {
      for (const connection of sockets.connections) connection.mute();
    },
  };
}
