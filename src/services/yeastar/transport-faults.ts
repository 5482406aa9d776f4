import { CallSummaryError, isCallSummaryError } from '../../errors.ts';

/** Error codes of Node and undici that mean: this is not the certificate we trust, or no TLS at all. */
const certificateFaults = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REVOKED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EPROTO',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const isCertificateFault = (code: string) => certificateFaults.has(code) || /^ERR_(TLS|SSL)_/.test(code);
const isUnexpectedFault = (code: string) => code === 'UND_ERR_HEADERS_OVERFLOW' || code.startsWith('HPE_');

/** Whatever the connection threw, as one of our errors. Only the fault's code survives: its text may quote the URL. */
export function pbxErrorOf(thrown: unknown): CallSummaryError {
  if (isCallSummaryError(thrown)) return thrown;
  if (isTimeout(thrown)) return new CallSummaryError('pbx_timeout', {});
  const fault = faultCodeOf(thrown);
  if (isCertificateFault(fault)) return new CallSummaryError('pbx_certificate', { fault });
  if (isUnexpectedFault(fault)) return new CallSummaryError('pbx_unexpected', { fault });
  return new CallSummaryError('pbx_unreachable', { fault });
}

const isTimeout = (thrown: unknown) =>
  thrown instanceof Error && (thrown.name === 'TimeoutError' || thrown.name === 'AbortError');

function faultCodeOf(thrown: unknown): string {
  const code = codeOf(thrown);
  // A failed connection to several addresses carries its reasons inside.
  const inner = thrown instanceof AggregateError ? codeOf(thrown.errors[0]) : undefined;
  return code ?? inner ?? 'unknown';
}

const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
