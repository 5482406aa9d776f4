import { connect } from 'node:tls';

/** Where to look, and for how long. */
export interface CertificateTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/**
 * The certificate a server presents, as PEM, if its SHA-256 fingerprint is one of `fingerprints`; otherwise the error
 * `ERR_TLS_NOT_PINNED`, or the socket's own. Nothing is ever sent over this connection: it cannot verify yet, because
 * what it reads is what verification is then done with.
 */
export function readCertificate(
  { host, port, timeoutMs }: CertificateTarget,
  fingerprints: readonly string[],
  callback: (outcome: string | Error) => void,
): void {
  const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
  const finish = (outcome: string | Error) => {
    socket
      .removeAllListeners()
      .on('error', () => {})
      .destroy();
    callback(outcome);
  };
  socket.setTimeout(timeoutMs);
  socket.once('timeout', () => finish(fault('UND_ERR_CONNECT_TIMEOUT')));
  socket.once('error', finish);
  socket.once('secureConnect', () => {
    const certificate = socket.getPeerX509Certificate();
    const isPinned = certificate !== undefined && fingerprints.includes(certificate.fingerprint256);
    finish(isPinned ? certificate.toString() : fault('ERR_TLS_NOT_PINNED'));
  });
}

const fault = (code: string) => Object.assign(new Error(code), { code });
