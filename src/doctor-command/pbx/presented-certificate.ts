import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** What a certificate says about itself. */
export interface Presented {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint256: string;
  readonly validTo: Date;
}

const deadlineMs = 5_000;

/**
 * The certificate the PBX presents, whoever has signed it; null where there is none to see. Nothing is sent over this
 * connection and nothing else is read from it: it only shows a person what there is to compare.
 */
export function presentedBy({ hostname, port }: URL): Promise<Presented | null> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const name = isIP(host) === 0 ? { servername: host } : {};
  const { promise, resolve } = Promise.withResolvers<Presented | null>();
  const socket = connect({
    host,
    port: Number(port || 443),
    ...name,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
  });
  const timer = setTimeout(() => resolve(null), deadlineMs);
  socket.on('error', () => resolve(null));
  socket.once('secureConnect', () => {
    const certificate = socket.getPeerX509Certificate();
    const { fingerprint256, validTo } = certificate ?? { fingerprint256: '', validTo: '' };
    resolve(certificate === undefined ? null : { fingerprint256, validTo: new Date(validTo) });
  });
  return promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}
