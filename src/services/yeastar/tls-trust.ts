import type { PeerCertificate } from 'node:tls';
import { buildConnector } from 'undici';
import type { TlsTrust } from '../../config/tls.ts';
import { readCertificate } from './presented-certificate.ts';

type Connector = ReturnType<typeof buildConnector>;

const base = (timeout: number) => ({
  timeout,
  rejectUnauthorized: true, // said aloud, so that no environment variable can say otherwise
  minVersion: 'TLSv1.2' as const,
  maxCachedSessions: 0, // Node does not check the certificate again on a resumed session
});

/** How connections to the PBX are opened for each kind of trust. Node's own verification stays on in all of them. */
export function connectorFor(trust: TlsTrust, timeoutMs: number): Connector {
  if (trust.kind === 'system') return buildConnector(base(timeoutMs));
  if (trust.kind === 'authority') return buildConnector({ ...base(timeoutMs), ca: trust.pem });
  return pinnedConnector(trust.fingerprints, trust.pem, timeoutMs);
}

/**
 * A self-signed certificate is trusted by being its own authority *and* by its fingerprint. Without a file the
 * certificate is first read from the PBX over a connection that carries nothing, and used only if its fingerprint is one
 * of the pins. Read again after a failure, so that a certificate rotated to a second pin is found.
 */
function pinnedConnector(fingerprints: readonly string[], pem: string | null, timeoutMs: number): Connector {
  let known = pem;
  return (options, callback) => {
    const target = { host: options.hostname, port: Number(options.port || 443), timeoutMs };
    const connectTrusting = (certificate: string) =>
      buildConnector({ ...base(timeoutMs), ...trustOnly(certificate, fingerprints) })(options, (...outcome) => {
        if (outcome[0] !== null) known = pem;
        callback(...outcome);
      });
    if (known !== null) return connectTrusting(known);
    readCertificate(target, fingerprints, (outcome) => {
      if (outcome instanceof Error) return callback(outcome, null);
      known = outcome;
      connectTrusting(outcome);
    });
  };
}

const trustOnly = (pem: string, fingerprints: readonly string[]) => ({
  ca: pem,
  allowPartialTrustChain: true, // the pinned certificate is the anchor, also when somebody else signed it
  // The pin replaces the name check: appliances are reached by an address their certificate does not name.
  checkServerIdentity: (_host: string, certificate: PeerCertificate) =>
    fingerprints.includes(certificate.fingerprint256) ? undefined : notPinned(),
});

const notPinned = () => Object.assign(new Error('not the pinned certificate'), { code: 'ERR_TLS_NOT_PINNED' });
