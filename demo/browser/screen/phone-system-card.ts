import { errorMessages } from '../../../simulators/pbx/errcodes.ts';
import type { RecordedRequest } from '../../../simulators/pbx/index.ts';
import type { PhoneSystemCard } from '../contract.ts';
import type { PhoneSystem } from '../phone-system.ts';

const mostRequests = 20;

/** How the phone system is doing, and what it was asked last. */
export const phoneSystemCard = ({ pbx, troubles }: PhoneSystem): PhoneSystemCard => ({
  ...troubles,
  liveTokens: pbx.liveTokens,
  openConnections: pbx.openConnections,
  requests: pbx.requests
    .slice(-mostRequests)
    .toReversed()
    .map((request) => ({ at: request.at, endpoint: request.endpoint, answered: answerTo(request) })),
});

function answerTo({ errcode, isOver }: RecordedRequest): string {
  if (!isOver) return 'not yet';
  return errcode === null ? 'nothing' : (errorMessages.get(errcode) ?? `errcode ${errcode}`);
}
