import { isCallSummaryError } from '../../errors.ts';
import { ErrcodeAnswer } from '../../services/yeastar/errcodes.ts';
import type { SignInHistory } from '../../store/store.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Check } from '../check.ts';
import type { PbxVisit } from '../pbx/pbx-visit.ts';
import { troubleWith } from '../pbx/trouble.ts';
import { failed, ok, skipped, type Verdict, warning } from '../verdict.ts';

/** As many refusals as the app lets stand; the PBX blocks an address after five. */
const mostRefusals = 2;
const unlock = 'Mend what it refused (see PBX web portal > Integrations > API), then npm run unlock.';

/** Whether the PBX lets us in: with the stored token, or else with one sign-in, which is counted before it is made. */
export const signIn: Check = {
  id: 'sign-in',
  what: 'PBX sign-in',
  needs: ['settings', 'store', 'certificate'],
  async look(patient) {
    const { pbx, config } = patient.installation();
    if (config.storeFile === ':memory:')
      return skipped('not tried: without a store a refused sign-in would not be remembered.');
    try {
      // Read first: a store of an older version is brought up to date by the app when it starts, and not by asking the PBX.
      const history = await pbx.history();
      const thrown = await thrownBy(pbx.information());
      return isIn(thrown, pbx) ? wordsForIn(pbx, history) : wordsForOut(thrown, pbx, history);
    } catch (thrown) {
      if (thrown instanceof StoreError) return failed(`not tried: ${thrown.message}.`, 'See the check of the store.');
      throw thrown;
    }
  },
};

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (thrown: unknown) => thrown,
  );

/** A no to the question, rather than to us, is a yes to the token. */
const isIn = (thrown: unknown, pbx: PbxVisit) =>
  thrown === null ||
  thrown instanceof ErrcodeAnswer ||
  (pbx.signInState() === 'accepted' && !isCallSummaryError(thrown, 'pbx_token_rejected'));

function wordsForIn(pbx: PbxVisit, history: SignInHistory): Verdict {
  if (pbx.signInState() === 'accepted') return ok('the PBX takes the client ID and secret; the token is given back.');
  const found = 'the stored token is good; the client ID and secret were not tried';
  return countOf(history) < mostRefusals ? ok(`${found}.`) : warning(`${found}, as ${refusals(history)}.`, unlock);
}

function wordsForOut(thrown: unknown, pbx: PbxVisit, history: SignInHistory): Verdict {
  const isTried = pbx.signInState() !== 'not_tried';
  if (!isTried && countOf(history) >= mostRefusals && isCallSummaryError(thrown, 'pbx_sign_in_refused'))
    return failed(`not tried: ${refusals(history)}, and the PBX blocks an address after five.`, unlock);
  const { found, todo = '' } = troubleWith(thrown);
  const isResting = !isTried && history.rest !== null && isCallSummaryError(thrown, history.rest.reason);
  return isResting ? failed(`not tried, because of what it said minutes ago: ${found}`, todo) : failed(found, todo);
}

const countOf = ({ refused, unanswered }: SignInHistory) => refused + unanswered;

const refusals = (history: SignInHistory) =>
  `${countOf(history)} sign-ins were ${history.unanswered === 0 ? 'refused' : 'refused or never answered'}`;
