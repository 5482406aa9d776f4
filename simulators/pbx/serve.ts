import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PbxReply } from './answer.ts';
import { refuse } from './answer.ts';
import type { ApiCall } from './api-call.ts';
import { readApiCall } from './api-call.ts';
import type { Exchange } from './faults/exchange.ts';
import type { Fault } from './faults/fault.ts';
import { play } from './faults/play.ts';
import type { RecordedRequest } from './ledger.ts';
import type { Machine } from './machine.ts';
import { answerCall } from './rules.ts';

/** Answers one API request, with the fault its turn brings. */
export async function serveCall(request: IncomingMessage, response: ServerResponse, wire: Socket, pbx: Machine) {
  const gone = leavingSignal(response);
  const call = await readApiCall(request);
  const entry = pbx.ledger.record(call);
  pbx.watch.changed();
  response.once('close', () => {
    entry.isOver = true;
    pbx.settings.onServed(entry);
    pbx.watch.changed();
  });
  const fault = nextFault(call, pbx);
  if (fault.kind !== 'none') entry.fault = fault.kind;
  const exchange = { response, wire, gone, hold: pbx.hold, ...decisions(call, entry, pbx) };
  await play(fault, exchange);
}

/** A blocked client hears 70004 and nothing else: the script waits until it is unblocked. */
function nextFault(call: ApiCall, pbx: Machine): Fault {
  return pbx.logins.blocked ? { kind: 'none' } : pbx.script.next(call.endpoint);
}

function decisions(call: ApiCall, entry: RecordedRequest, pbx: Machine): Pick<Exchange, 'answer' | 'refuse'> {
  return {
    answer: () => {
      const reply = answerCall(call, pbx);
      entry.errcode = errcodeOf(reply);
      return reply;
    },
    refuse: (errcode, fields) => {
      // The client cannot tell a scripted refusal from a real one, so the PBX counts both.
      if (call.endpoint === 'get_token' && errcode === -1) pbx.logins.refuse();
      entry.errcode = errcode;
      return refuse(errcode, fields);
    },
  };
}

/** A file that goes out counts as a success; a page that is not there has no errcode. */
function errcodeOf(reply: PbxReply): number | null {
  if (reply === null) return null;
  return Array.isArray(reply) ? 0 : reply.errcode;
}

function leavingSignal(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  return leaving.signal;
}
