import type { PbxSimulator } from '../../../simulators/pbx/index.ts';
import { send } from './client.ts';

/** Calls the control surface; gives the HTTP status beside the JSON it answered. */
export async function control(pbx: PbxSimulator, command: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const method = command === 'state' ? 'GET' : 'POST';
  const text = body === undefined ? '' : JSON.stringify(body);
  const reply = await send(`${pbx.url}/_control/${command}`, { method, headers }, text);
  return { status: reply.status, ...JSON.parse(reply.body.toString()) };
}
