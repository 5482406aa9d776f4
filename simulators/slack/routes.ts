import type { IncomingMessage } from 'node:http';
import { type Answer, asText } from './answer.ts';
import { isObject, parseJson } from './json.ts';
import { answerCall } from './web-api/answer-call.ts';
import type { World } from './world.ts';

/** Takes the world and whether the API is out; gives what answers a request to the API or to a response_url, undefined for any other. */
export function routeRequest(
  world: World,
  apiIsDown: () => boolean,
): (request: IncomingMessage, body: string) => Promise<Answer | undefined> {
  return async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const [, area, rest = ''] = /^\/(api|commands|actions)\/(.*)$/.exec(url.pathname) ?? [];
    if (area === undefined) return undefined;
    if (area !== 'api') return answerUrl(world, url.pathname, request, body);
    if (apiIsDown()) return 'reset';
    const { 'content-type': contentType, authorization } = request.headers;
    return answerCall(world, { method: rest, contentType, body, query: url.searchParams, authorization });
  };
}

async function answerUrl(world: World, path: string, { method }: IncomingMessage, body: string): Promise<Answer> {
  const message = parseJson(body);
  if (method !== 'POST') return asText('method_not_allowed', 405);
  if (!isObject(message)) return asText('invalid_payload', 400);
  const entry = world.ledger.responded(world.origin + path, message);
  const { answer, outcome } = await world.faults.applied('response_url', () => {
    const given = world.responseUrls.receive(path, message);
    return { answer: given, outcome: inWord(given) };
  });
  world.ledger.settled(entry, outcome);
  return answer;
}

function inWord(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  const parsed = parseJson(answer.body);
  return isObject(parsed) ? String(parsed.error) : answer.body;
}
