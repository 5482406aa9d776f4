import { refuse, refuseParameter } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';
import { answerPair } from './token-pair.ts';

/** Log in with client id and client secret (Yeastar: get-access-token page). */
export const getToken: Endpoint = {
  version: 'v1.0',
  method: 'POST',
  needsToken: false,
  answer: ({ body }, pbx) => {
    // Undocumented: an unreadable body is taken for a slip of the pen, not for a failed login.
    if (body === null) return refuse(40001);
    const { username, password } = body;
    if (typeof username !== 'string') return refuseParameter('username', 'required');
    if (typeof password !== 'string') return refuseParameter('password', 'required');
    if (username !== pbx.settings.clientId || password !== pbx.clientSecret) return refuseLogin(pbx.logins.refuse);
    return answerPair(pbx.tokens.issue() ?? 'full', pbx.settings);
  },
};

/** Wrong credentials, in the words of the vendor's response-result page. */
function refuseLogin(count: () => void) {
  count();
  return refuse(-1, { invalid_param_list: [{ field: 'username or password', value: 'error' }] });
}
