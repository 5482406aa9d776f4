import type { PbxReply } from './answer.ts';
import { refuse } from './answer.ts';
import type { ApiCall } from './api-call.ts';
import { findEndpoint } from './endpoints/index.ts';
import type { Machine } from './machine.ts';

/** Gives a call the PBX's answer: the first rule it breaks, or what its interface says. */
export function answerCall(call: ApiCall, pbx: Machine): PbxReply {
  const endpoint = findEndpoint(call.endpoint);
  const isOutsideTheApi = call.version === '';
  if (isOutsideTheApi && endpoint === undefined) return null;
  if (pbx.logins.blocked) return refuse(70004);
  // The vendor requires the header on every call; without it a real PBX answers "parameter error".
  if (!call.hasUserAgent) return refuse(40002);
  if (!isOutsideTheApi && call.version !== 'v1.0' && call.version !== 'v2.0') return refuse(10003);
  // A wrong version or a wrong method looks to the PBX like an interface it does not have.
  if (endpoint?.version !== call.version || endpoint.method !== call.method) return refuse(10001);
  if (endpoint.needsToken && !pbx.tokens.isLive(call.token)) return refuse(10004);
  return endpoint.answer(call, pbx);
}
