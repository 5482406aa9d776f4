import { endpointNames, isEndpointName } from '../endpoints/index.ts';
import type { Machine } from '../machine.ts';
import { resetMachine } from '../machine.ts';
import { listSampleCalls } from '../sample-calls/index.ts';
import { assertFault } from './fault-shape.ts';
import { assertCondition, assertExtensionOrder, assertRecentCallsWish } from './orders.ts';

/** What a control call is given: the PBX and the JSON object of its body. */
type Command = (pbx: Machine, body: Record<string, unknown>) => unknown;

/** The control surface, by method and path. What a command returns is answered as JSON; what it throws as a 400. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['POST /_control/script', script],
  ['POST /_control/clear', (pbx) => pbx.script.clear()],
  ['POST /_control/expire', (pbx) => pbx.tokens.expireAccess()],
  ['POST /_control/unblock', (pbx) => pbx.logins.unblock()],
  ['POST /_control/release', (pbx) => pbx.hold.release()],
  ['POST /_control/recent-calls', recentCalls],
  ['POST /_control/extension', changeExtension],
  ['POST /_control/change', change],
  ['POST /_control/reset', resetMachine],
  ['GET /_control/state', describe],
]);

/** `{"endpoint":"cdr/getaisummary","fault":{"kind":"silence"},"times":2}`; times is 1 if left out, or "always". */
function script(pbx: Machine, { endpoint, fault, times = 1 }: Record<string, unknown>): void {
  if (typeof endpoint !== 'string' || (endpoint !== '*' && !isEndpointName(endpoint))) {
    throw new Error(`The endpoint must be * or one of ${endpointNames.join(', ')}`);
  }
  assertFault(fault);
  pbx.script.add(endpoint, fault, readTimes(times));
}

/** `{"count":40,"seed":1,"days":7,"odd":true}`; all but the count may be left out. */
function recentCalls(pbx: Machine, wish: Record<string, unknown>) {
  assertRecentCallsWish(wish);
  pbx.recentCalls.replace(wish);
  return { calls: listSampleCalls(pbx.recentCalls.all) };
}

/** `{"number":"3202","change":{"email":"someone@helpdesk.example"}}`. */
function changeExtension(pbx: Machine, order: Record<string, unknown>): void {
  assertExtensionOrder(order);
  pbx.directory.change(order.number, order.change);
}

/** `{"firmwareVersion":"37.21.0.90","missingV2":10001,"deniedEndpoints":["cdr/aidownload"]}`; what is left out stays. */
function change(pbx: Machine, order: Record<string, unknown>): void {
  assertCondition(order);
  Object.assign(pbx.condition, order);
}

function readTimes(times: unknown): number {
  if (times === 'always') return Number.POSITIVE_INFINITY;
  if (typeof times === 'number' && Number.isInteger(times) && times > 0) return times;
  throw new Error('"times" must be a whole number from 1 up, or "always"');
}

function describe(pbx: Machine) {
  return {
    condition: pbx.condition,
    blocked: pbx.logins.blocked,
    refusedLogins: pbx.logins.refused,
    liveTokens: pbx.tokens.live,
    openConnections: pbx.connections.size,
    held: pbx.hold.size,
    script: pbx.script.lines.map((line) => ({ ...line, timesLeft: timesAsJson(line.timesLeft) })),
    recentCalls: pbx.recentCalls.all.length,
    requests: pbx.ledger.requests,
    sampleCalls: listSampleCalls(pbx.settings.calls),
  };
}

function timesAsJson(times: number): number | 'always' {
  return Number.isFinite(times) ? times : 'always';
}
