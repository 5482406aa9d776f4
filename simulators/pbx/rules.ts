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
  const obstacle = obstacleAtTheDoor(pbx);
  if (obstacle !== null) return refuse(obstacle);
  // The vendor requires the header on every call; without it a real PBX answers "parameter error".
  if (!call.hasUserAgent) return refuse(40002);
  const missing = isOutsideTheApi ? null : missingVersion(call, pbx);
  if (missing !== null) return refuse(missing);
  // A wrong version or a wrong method looks to the PBX like an interface it does not have.
  if (endpoint?.version !== call.version || endpoint.method !== call.method) return refuse(10001);
  if (endpoint.needsToken && !pbx.tokens.isLive(call.token)) return refuse(10004);
  if (pbx.condition.deniedEndpoints.some((name) => name === call.endpoint)) return refuse(10005);
  return endpoint.answer(call, pbx);
}

/** What is answered to a version of the API that this firmware does not have; null for one it has. */
function missingVersion({ version }: ApiCall, { condition }: Machine): number | null {
  if (version === 'v2.0') return condition.missingV2;
  return version === 'v1.0' ? null : 10003;
}

/** Why the PBX hears nobody from this address, or nobody at all; null where it does. */
function obstacleAtTheDoor({ logins, condition }: Machine): number | null {
  if (logins.blocked) return 70004;
  if (!condition.isAddressAllowed) return 70087;
  return condition.isApiAvailable ? null : 70123;
}
