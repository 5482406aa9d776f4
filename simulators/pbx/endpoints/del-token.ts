import { succeed } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';

/** End the access token the call is made with; its slot is free at once (Yeastar: revoke-access-token page). */
export const delToken: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: ({ token }, pbx) => {
    pbx.tokens.revoke(token ?? '');
    return succeed();
  },
};
