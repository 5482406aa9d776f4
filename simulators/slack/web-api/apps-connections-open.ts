import type { Method } from './method.ts';
import { accepted } from './reply.ts';

/** Gives the address of a fresh Socket Mode connection (docs.slack.dev/reference/methods/apps.connections.open). */
export const appsConnectionsOpen: Method = {
  token: 'app',
  scope: 'connections:write',
  run: (_args, { sockets }) => accepted({ url: sockets.newAddress() }),
};
