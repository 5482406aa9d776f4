import { timeOf } from '../audit/listing.ts';
import type { Rest, SignInHistory } from '../store/store.ts';

/** What stands against an account, line by line; none where nothing does. */
export const historyLines = ({ refused, unanswered, rest }: SignInHistory, now: Date): readonly string[] => [
  ...(refused > 0 ? [`${counted(refused)} refused.`] : []),
  ...(unanswered > 0 ? [`${counted(unanswered)} begun whose end nobody knows; that counts as refused.`] : []),
  ...(rest !== null && rest.until > now ? [restLine(rest)] : []),
];

const counted = (number: number) => (number === 1 ? '1 sign-in was' : `${number} sign-ins were`);

const reasonWords: Readonly<Record<Rest['reason'], string>> = {
  pbx_sign_in_refused: 'it refused the client ID and secret',
  pbx_address_blocked: 'it blocked the address of this machine',
  pbx_address_not_allowed: 'the address of this machine is not on its list of allowed ones',
  pbx_tokens_used_up: 'it had no access token left to give',
};

const restLine = ({ until, reason }: Rest) =>
  `The PBX was to be left alone until ${timeOf(until)} UTC, because ${reasonWords[reason]}.`;
