import { connect } from 'node:net';
import type { Check } from '../check.ts';
import { failed, ok } from '../verdict.ts';

const deadlineMs = 5_000;

/** Whether something takes TCP connections at the address of the PBX. */
export const pbxReachable: Check = {
  id: 'pbx-reachable',
  what: 'PBX reachable',
  needs: ['settings'],
  async look(patient) {
    const { baseUrl } = patient.installation().config.yeastar;
    const fault = await faultOf(baseUrl);
    if (fault === null) return ok(`${baseUrl.host} takes connections.`);
    return failed(`${baseUrl.host} ${words[fault] ?? `cannot be reached (${fault})`}.`, todoFor(baseUrl));
  },
};

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections on this port',
  ENOTFOUND: 'is a name nobody knows here',
  EAI_AGAIN: 'cannot be looked up: the name server gives no answer',
  ETIMEDOUT: 'does not answer',
  EHOSTUNREACH: 'cannot be reached from this network',
  ENETUNREACH: 'cannot be reached from this network',
};

/** The Yeastar FQDN answers on 443 alone, which is the commonest slip. */
const todoFor = ({ hostname, port }: URL) =>
  port === '8088' && hostname.endsWith('.yeastar.com')
    ? 'A Yeastar FQDN answers on port 443: leave :8088 out of YEASTAR_BASE_URL.'
    : 'Compare YEASTAR_BASE_URL with the address of the PBX web portal; is a firewall between?';

function faultOf({ hostname, port, protocol }: URL): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const usualPort = protocol === 'https:' ? 443 : 80;
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usualPort) });
  const timer = setTimeout(() => resolve('ETIMEDOUT'), deadlineMs);
  socket.once('connect', () => resolve(null));
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}
