import type { ErrorCode } from '../../errors.ts';
import type { PbxEndpoint } from './endpoints.ts';
import { ErrcodeAnswer, errcodes, refusalOf, signInRefusalOf } from './errcodes.ts';
import { pbxErrorOf } from './transport-faults.ts';

type PbxErrorCode = Extract<ErrorCode, `pbx_${string}`>;

/** What can come of one request to the PBX: an answer, one of three that are part of daily life, or one of our errors. */
export const pbxOutcomes = {
  ok: true,
  no_data: true,
  not_ready: true,
  token_expired: true,
  pbx_timeout: true,
  pbx_unreachable: true,
  pbx_certificate: true,
  pbx_sign_in_refused: true,
  pbx_address_blocked: true,
  pbx_address_not_allowed: true,
  pbx_tokens_used_up: true,
  pbx_token_rejected: true,
  pbx_overloaded: true,
  pbx_not_set_up: true,
  pbx_refused: true,
  pbx_unexpected: true,
} as const satisfies Record<'ok' | 'no_data' | 'not_ready' | 'token_expired' | PbxErrorCode, true>;

export type PbxOutcome = keyof typeof pbxOutcomes;

const dailyLife: Readonly<Record<number, PbxOutcome>> = {
  [errcodes.processing]: 'not_ready',
  [errcodes.tokenExpired]: 'token_expired',
  [errcodes.dataNotFound]: 'no_data',
};

/** What came of a request that threw this. A no to the secret is a refused sign-in, in whatever words. */
export function pbxOutcomeOf(endpoint: PbxEndpoint, thrown: unknown): PbxOutcome {
  const fault = endpoint === 'get_token' ? signInRefusalOf(thrown) : thrown;
  if (!(fault instanceof ErrcodeAnswer)) return outcomeOf(pbxErrorOf(fault).code);
  return dailyLife[fault.errcode] ?? outcomeOf(refusalOf(fault).code);
}

const outcomeOf = (code: ErrorCode): PbxOutcome => (isOutcome(code) ? code : 'pbx_unexpected');
const isOutcome = (code: string): code is PbxOutcome => Object.hasOwn(pbxOutcomes, code);
