import { type CallSummaryError, type ErrorCode, isCallSummaryError } from '../../errors.ts';
import { ErrcodeAnswer, refusalOf } from '../../services/yeastar/errcodes.ts';
import { failed, type Verdict } from '../verdict.ts';

type Trouble = Pick<Verdict, 'found'> & { readonly todo: string };

const portal = 'PBX web portal > Integrations > API';
const updateIt = 'Update the firmware of the PBX to X.23.0.123 or later.';
const again = 'Run the doctor again in a moment.';

/** What goes wrong at the PBX, in words for its administrator. */
const words: { readonly [Code in ErrorCode]?: Trouble } = {
  busy: { found: 'too much was asked at once.', todo: again },
  pbx_timeout: {
    found: 'the PBX took the question and gave no answer in time.',
    todo: 'Look at its load, or restart it.',
  },
  pbx_unreachable: {
    found: 'the connection to the PBX broke.',
    todo: `${again} If it stays so, look at what is between.`,
  },
  pbx_certificate: { found: 'the certificate of the PBX is not trusted.', todo: 'See the check of the certificate.' },
  pbx_sign_in_refused: {
    found: 'the PBX refused the client ID and secret.',
    todo: `Compare YEASTAR_CLIENT_ID and YEASTAR_CLIENT_SECRET with ${portal}. Changed ones are tried at once; the same ones after npm run unlock.`,
  },
  pbx_address_blocked: {
    found: 'the PBX blocks the address of this machine (70004).',
    todo: 'PBX web portal > Security > Security Rules > Blocked IPs: remove it. Then npm run unlock.',
  },
  pbx_address_not_allowed: {
    found: 'the address of this machine is not on the list of allowed IPs (70087).',
    todo: `${portal}: add it. Then npm run unlock.`,
  },
  pbx_tokens_used_up: {
    found: 'the PBX has given out all its access tokens (60002).',
    todo: 'Stop other programs that use this client ID, or wait half an hour.',
  },
  pbx_token_rejected: {
    found: 'the PBX gave a token and called it expired at once (10004).',
    todo: 'Compare the clock of the PBX, or restart it.',
  },
  pbx_overloaded: { found: 'the PBX asks for fewer requests.', todo: 'Look at its load, and try later.' },
  store_unavailable: {
    found: 'the sign-in could not be counted in the store, so it was not made.',
    todo: 'See the check of the store.',
  },
};

/** Errcodes an administrator can tell apart (Yeastar: error code table). */
const errcodeWords: Readonly<Record<number, Trouble>> = {
  [-2]: {
    found: 'the PBX had an internal error (-2).',
    todo: 'If it stays so, update the firmware of the PBX to X.23.0.123 or later.',
  },
  10001: { found: 'the PBX does not know this interface (10001).', todo: updateIt },
  10002: { found: 'the PBX no longer supports this version of the API (10002).', todo: 'Update callsummary.' },
  10003: { found: 'the PBX does not support this version of the API (10003).', todo: updateIt },
  10005: {
    found: 'the API client may not use this interface (10005).',
    todo: `${portal}: give it the permission.`,
  },
};

/** What was thrown between us and the PBX, as a verdict. @throws what is none of ours */
export function troubleWith(thrown: unknown): Verdict {
  const { found, todo } = troubleOf(thrown);
  return failed(found, todo);
}

function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof ErrcodeAnswer) return errcodeWords[thrown.errcode] ?? troubleOf(refusalOf(thrown));
  if (isCallSummaryError(thrown, 'pbx_not_set_up')) return notSetUp(thrown.details);
  if (isCallSummaryError(thrown)) return wordsFor(thrown);
  throw thrown;
}

const notSetUp = ({ errcode }: { readonly errcode: number }): Trouble =>
  errcodeWords[errcode] ?? {
    found: `the PBX is not set up for this (${errcode}).`,
    todo: `${portal}: is the API on, and in the plan?`,
  };

const wordsFor = (error: CallSummaryError): Trouble =>
  words[error.code] ?? { found: strange(error), todo: checkAddress };

const checkAddress = 'Is YEASTAR_BASE_URL the PBX itself? Something else may answer there.';

function strange(error: CallSummaryError): string {
  if (isCallSummaryError(error, 'pbx_unexpected'))
    return `the PBX answered in an unexpected way (${error.details.fault}).`;
  if (isCallSummaryError(error, 'pbx_refused')) return `the PBX refused with errcode ${error.details.errcode}.`;
  return `something went wrong (${error.code}).`;
}
