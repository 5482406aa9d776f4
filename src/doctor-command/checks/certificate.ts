import type { TlsTrust } from '../../config/tls.ts';
import { isLoopback } from '../../config/values.ts';
import { connectorFor } from '../../services/yeastar/tls-trust.ts';
import type { Check } from '../check.ts';
import { type Presented, presentedBy } from '../pbx/presented-certificate.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const deadlineMs = 5_000;
const soonMs = 30 * 24 * 60 * 60_000;

/** Whether the certificate of the PBX is trusted the way it is configured. */
export const certificate: Check = {
  id: 'certificate',
  what: 'PBX certificate',
  needs: ['pbx-reachable'],
  async look(patient) {
    const { baseUrl, tls } = patient.installation().config.yeastar;
    if (baseUrl.protocol === 'http:') return withoutEncryption(baseUrl);
    const [fault, presented] = await Promise.all([faultOf(baseUrl, tls), presentedBy(baseUrl)]);
    return fault === null ? trusted(tls, presented, patient.now()) : distrusted(fault, presented);
  },
};

const withoutEncryption = (baseUrl: URL): Verdict =>
  isLoopback(baseUrl)
    ? ok('none; plain http stays on this machine.')
    : warning('none; passwords and summaries can be read on their way.', 'Use https:// in YEASTAR_BASE_URL, and pin.');

/** Opens a connection as the app does; sends nothing over it. */
function faultOf({ host, hostname, port, protocol }: URL, tls: TlsTrust): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const timer = setTimeout(() => resolve('ETIMEDOUT'), deadlineMs + 1_000);
  connectorFor(tls, deadlineMs)({ host, hostname, protocol, port: port || '443' }, (error, socket) => {
    socket?.on('error', () => {}).destroy();
    resolve(error === null ? null : codeOf(error));
  });
  return promise.finally(() => clearTimeout(timer));
}

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : 'unknown');

const trustWords: Readonly<Record<TlsTrust['kind'], string>> = {
  system: 'trusted by the authorities of this machine',
  authority: 'trusted by YEASTAR_CA_FILE',
  pinned: 'trusted by its fingerprint',
};

function trusted(tls: TlsTrust, presented: Presented | null, now: Date): Verdict {
  const words = trustWords[tls.kind];
  if (presented === null) return ok(`${words}.`);
  if (presented.validTo.getTime() - now.getTime() < soonMs)
    return warning(`${words}, and only good until ${dayOf(presented)}.`, renewal[tls.kind]);
  return ok(`${words}, good until ${dayOf(presented)}${tls.kind === 'pinned' ? `: ${presented.fingerprint256}` : ''}.`);
}

const renewal: Readonly<Record<TlsTrust['kind'], string>> = {
  system: 'Renew it on the PBX in time.',
  authority: 'Renew it on the PBX in time, from the same authority.',
  pinned: 'Renew it on the PBX, and add the new fingerprint to YEASTAR_FINGERPRINT256 beside the old one.',
};

const compare = 'Compare it with what a browser shows for the PBX web portal.';
const pin = `${compare} The same: npm run doctor -- --pin prints the line for .env.`;

/** What Node calls the faults of a certificate, and what to do. */
const faults: Readonly<Record<string, readonly [found: string, todo: string]>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ['it is self-signed, so no authority vouches for it.', pin],
  SELF_SIGNED_CERT_IN_CHAIN: ['its authority is none that is trusted here.', pin],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['its authority is none that is trusted here.', pin],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['its authority is none that is trusted here.', pin],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'it is made out to another name than that in YEASTAR_BASE_URL.',
    `Use that name, or: ${pin}`,
  ],
  ERR_TLS_NOT_PINNED: [
    'its fingerprint is not in YEASTAR_FINGERPRINT256.',
    `${compare} The same: set it. Another: something is between this machine and the PBX.`,
  ],
  CERT_HAS_EXPIRED: ['it has expired.', 'Renew it on the PBX. No pin helps against this.'],
  CERT_NOT_YET_VALID: ['it is not valid yet.', 'Compare the clocks of the PBX and this machine.'],
};

function distrusted(fault: string, presented: Presented | null): Verdict {
  const [found, todo] = faults[fault] ?? [
    `no encrypted connection (${fault}).`,
    'Does the PBX speak https on this port?',
  ];
  const shown = presented === null ? [] : [`Presented, until ${dayOf(presented)}: ${presented.fingerprint256}`];
  return failed(found, todo, shown);
}

const dayOf = ({ validTo }: Presented) => validTo.toISOString().slice(0, 10);
