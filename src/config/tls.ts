import { type ReadTextFile, readFileOf } from './files.ts';

/** How the PBX's certificate is judged. No kind switches the check off. */
export type TlsTrust =
  | { readonly kind: 'system' }
  | { readonly kind: 'authority'; readonly pem: string }
  | { readonly kind: 'pinned'; readonly fingerprints: readonly string[]; readonly pem: string | null };

/** Pins win; an authority's certificate, where there is one too, is trusted beside them. */
export function trustOf(fingerprints: readonly string[] | undefined, pem: string | null): TlsTrust {
  if (fingerprints !== undefined) return { kind: 'pinned', fingerprints, pem };
  return pem === null ? { kind: 'system' } : { kind: 'authority', pem };
}

/** The authority's certificate in PEM form; null where no file is named. */
export function authorityOf(path: string | undefined, readTextFile: ReadTextFile) {
  if (path === undefined) return { value: null };
  const name = 'YEASTAR_CA_FILE';
  const file = readFileOf(name, path, readTextFile);
  if ('problem' in file || file.value.includes('-----BEGIN CERTIFICATE-----')) return file;
  return { problem: { name, problem: 'names a file that holds no certificate in PEM form' } };
}
