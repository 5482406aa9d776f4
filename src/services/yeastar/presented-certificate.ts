import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** Where to look, and for how long. */
export interface CertificateTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/**
 * The certificate a server presents, whoever has signed it, or why there is none to see: the socket's own error. Nothing is
 * ever sent over this connection: it cannot verify, because what it reads is what is then compared, and verified with.
 */
export function lookAtCertificate(
  { host, port, timeoutMs }: CertificateTarget,
  callback: (outcome: X509Certificate | Error) => void,
): void {
  // A PBX behind a name may hold several certificates; the name says which. An address cannot be named (RFC 6066).
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = connect({ host, port, ...name, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
  const finish = (outcome: X509Certificate | Error) => {
    clearTimeout(timer);
    socket
      .removeAllListeners()
      .on('error', () => {})
      .destroy();
    callback(outcome);
  };
  const timer = setTimeout(() => finish(fault('UND_ERR_CONNECT_TIMEOUT')), timeoutMs);
  socket.once('error', finish);
  socket.once('secureConnect', () => finish(socket.getPeerX509Certificate() ?? fault('ERR_TLS_NOT_PINNED')));
}

/**
 * The certificate a server presents, as PEM, if its SHA-256 fingerprint is one of `fingerprints`; otherwise the error
 * `ERR_TLS_NOT_PINNED`, or the socket's own.
 */
export function readCertificate(
  target: CertificateTarget,
  fingerprints: readonly string[],
  callback: (outcome: string | Error) => void,
): void {
  lookAtCertificate(target, (outcome) => {
    if (outcome instanceof Error) return callback(outcome);
    callback(fingerprints.includes(outcome.fingerprint256) ? outcome.toString() : fault('ERR_TLS_NOT_PINNED'));
  });
}

const fault = (code: string) => Object.assign(new Error(code), { code });
