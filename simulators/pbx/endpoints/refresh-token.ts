import { refuse, refuseParameter } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';
import { answerPair } from './token-pair.ts';

/** Trade a refresh token, once, for a new pair (Yeastar: refresh-access-token page). */
export const refreshToken: Endpoint = {
  version: 'v1.0',
  method: 'POST',
  needsToken: false,
  answer: ({ body }, pbx) => {
    if (body === null) return refuse(40001);
    const { refresh_token: refresh } = body;
    if (typeof refresh !== 'string') return refuseParameter('refresh_token', 'required');
    return answerPair(pbx.tokens.renew(refresh), pbx.settings);
  },
};
