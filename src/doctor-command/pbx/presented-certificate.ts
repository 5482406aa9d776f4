import { lookAtCertificate } from '../../services/yeastar/presented-certificate.ts';

/** What a certificate says about itself. */
export interface Presented {
  /** SHA-256, as `AB:CD:…`. */
  readonly fingerprint256: string;
  readonly validTo: Date;
}

const timeoutMs = 5_000;

/**
 * The certificate the PBX presents, whoever has signed it; null where there is none to see. It only shows a person what
 * there is to compare.
 */
export const presentedBy = ({ hostname, port }: URL): Promise<Presented | null> =>
  new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    lookAtCertificate({ host, port: Number(port || 443), timeoutMs }, (outcome) => {
      if (outcome instanceof Error) return resolve(null);
      resolve({ fingerprint256: outcome.fingerprint256, validTo: new Date(outcome.validTo) });
    });
  });
