import type { SlackServer } from './server.ts';

/** How Slack is gone: requests to the API break at once, or nothing listens on the port any more. */
export type OutageKind = 'reset' | 'refused';

/** Switches Slack's API off and on. With `refused` the response URLs, on the same port, are gone too. */
export interface Outage {
  readonly isResetting: () => boolean;
  begins(kind: OutageKind): Promise<void>;
  ends(): Promise<void>;
}

/** Takes the server and the port it came up on; gives the switch. */
export function createOutage(server: SlackServer, port: () => number): Outage {
  let kind: OutageKind | undefined;
  return {
    isResetting: () => kind === 'reset',
    async begins(how) {
      kind = how;
      if (how === 'refused') await server.close('at once');
    },
    async ends() {
      if (kind === 'refused') await server.listen(port());
      kind = undefined;
    },
  };
}
