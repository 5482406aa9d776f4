import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What is right or wrong with a certificate, apart from being self-signed. A good one ends the day after tomorrow, a
 * lasting one next year.
 */
export type CertificateKind = 'good' | 'lasting' | 'expired' | 'wrong-name';

/** A key and its certificate as PEM, and the certificate's SHA-256 fingerprint in colons, as node:tls writes it. */
export type Certificate = { key: string; cert: string; fingerprint256: string };

const namesOf: Record<CertificateKind, string> = {
  good: 'subjectAltName=IP:127.0.0.1,DNS:localhost',
  lasting: 'subjectAltName=IP:127.0.0.1,DNS:localhost',
  expired: 'subjectAltName=IP:127.0.0.1,DNS:localhost',
  'wrong-name': 'subjectAltName=DNS:pbx.example.com',
};

/** Makes a new key and a self-signed certificate with the `openssl` command line, in a folder that is gone after. */
export async function makeCertificate(kind: CertificateKind = 'good'): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'pbx-certificate-'));
  try {
    await signNewKey(folder, namesOf[kind], kind === 'lasting' ? '400' : '2');
    if (kind === 'expired') await signAgainForYesterday(folder);
    const [key, cert] = await Promise.all(['key.pem', 'cert.pem'].map((name) => readFile(join(folder, name), 'utf8')));
    if (key === undefined || cert === undefined) throw new Error('openssl left no certificate');
    return { key, cert, fingerprint256: new X509Certificate(cert).fingerprint256 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function signNewKey(folder: string, names: string, days: string): Promise<void> {
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
  const certificate = ['-days', days, '-subj', '/CN=Simulated PBX', '-addext', names, '-out', 'cert.pem'];
  await run('openssl', ['req', '-x509', ...newKey, ...certificate], { cwd: folder });
}

/** `openssl req` refuses to make a certificate that is over already; `openssl x509` does not. */
async function signAgainForYesterday(folder: string): Promise<void> {
  const files = ['-in', 'cert.pem', '-signkey', 'key.pem', '-out', 'expired.pem'];
  await run('openssl', ['x509', ...files, '-days', '-1'], { cwd: folder });
  await rename(join(folder, 'expired.pem'), join(folder, 'cert.pem'));
}
