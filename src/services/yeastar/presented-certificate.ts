import { connect } from 'node:tls';

/** Where to look, and for how long. */
export interface CertificateTarget {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/**
 * The certificate a server presents, as PEM, if its SHA-256 fingerprint is one of `fingerprints`. Nothing is ever sent
 * over this connection: it cannot verify yet, because what it reads is what verification is then done with.
 * @throws an Error with code `ERR_TLS_NOT_PINNED` for another certificate, or the socket's own error
 */
export function readCertificate(target: CertificateTarget, fingerprints: readonly string[]): Promise<string> {
  const { host, port, timeoutMs } = target;
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    const finish = (act: () => void) => {
      socket.destroy();
      act();
    };
    socket.setTimeout(timeoutMs, () => finish(() => reject(fault('UND_ERR_CONNECT_TIMEOUT'))));
    socket.once('error', (thrown) => finish(() => reject(thrown)));
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      const isPinned = certificate !== undefined && fingerprints.includes(certificate.fingerprint256);
      finish(() => (isPinned ? resolve(certificate.toString()) : reject(fault('ERR_TLS_NOT_PINNED'))));
    });
  });
}

const fault = (code: string) => Object.assign(new Error(code), { code });
