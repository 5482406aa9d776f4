import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJsonObject } from '../api-call.ts';
import type { Machine } from '../machine.ts';
import { commands } from './commands.ts';

/** Tells a call to the simulator itself from a call to the PBX it plays. */
export function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith('/_control/') ?? false;
}

/** Carries out a control call and answers it with JSON: `{ok:true, …}`, or `{ok:false, problem}` with 400 or 404. */
export async function control(request: IncomingMessage, response: ServerResponse, pbx: Machine): Promise<void> {
  const command = commands.get(`${request.method} ${request.url}`);
  const body = (await readJsonObject(request)) ?? {};
  if (command === undefined) return say(response, 404, { ok: false, problem: `There is: ${callNames.join(', ')}` });
  try {
    const result = command(pbx, body);
    say(response, 200, { ok: true, ...(typeof result === 'object' ? result : {}) });
  } catch (error) {
    say(response, 400, { ok: false, problem: error instanceof Error ? error.message : String(error) });
  }
}

const callNames = [...commands.keys()];

function say(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(answer, null, 2)}\n`);
}
