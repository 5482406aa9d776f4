import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const loopbackAddress = /^(::1|(::ffff:)?127(\.\d+){3})$/;
const loopbackHost = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Headers by which a proxy says for whom it asks. Prometheus has one with x- of its own. */
const proxyHeader = /^(forwarded|via|cf-.+|x-(?!prometheus-).+|.+-client-ip)$/;

/** What tells where a request comes from. */
export interface Origin extends Pick<IncomingMessage, 'headers' | 'httpVersion'> {
  readonly socket: Pick<Socket, 'remoteAddress'>;
}

/**
 * Whether somebody on this machine asks for themselves: not a proxy beside us for the internet, which says so in a header,
 * keeps the name it was called by, or, as nginx did until 1.29.7 unless it was told otherwise, speaks HTTP/1.0.
 */
export const isFromThisMachine = ({ socket, headers, httpVersion }: Origin): boolean =>
  loopbackAddress.test(socket.remoteAddress ?? '') &&
  loopbackHost.test(headers.host ?? '') &&
  httpVersion === '1.1' &&
  !Object.keys(headers).some((name) => proxyHeader.test(name));
