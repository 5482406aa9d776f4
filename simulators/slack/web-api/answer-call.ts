import { type Answer, asJson } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import { stringIn } from '../json.ts';
import type { World } from '../world.ts';
import { argumentsOf, type RawCall } from './arguments.ts';
import type { Method } from './method.ts';
import { methods } from './methods.ts';
import { type Reply, refused } from './reply.ts';

/** A call with the method it names and the token in its header. */
export interface IncomingCall extends RawCall {
  readonly method: string;
  readonly authorization: string | undefined;
}

/** Takes a call; writes it into the ledger and gives what goes back, scripted faults included. */
export async function answerCall(world: World, incoming: IncomingCall): Promise<Answer> {
  const { token: inBody, ...args } = argumentsOf(incoming) ?? {};
  const call = world.ledger.called(incoming.method, args);
  const token = incoming.authorization?.replace(/^Bearer /i, '') ?? stringIn({ inBody }, 'inBody');
  const run = () => replyTo(world, incoming.method, args, token);
  const { answer, outcome } = await world.faults.applied(incoming.method, () => {
    const reply = run();
    return {
      answer: asJson(reply, scopesHeader(world, token)),
      outcome: reply.error ?? 'ok',
    };
  });
  world.ledger.settled(call, outcome);
  return answer;
}

function replyTo(world: World, name: string, args: JsonObject, token: string | undefined): Reply {
  const method = methods.get(name);
  if (!method) return refused('unknown_method', { req_method: name });
  return refusedToken(world, method, token) ?? refusedScope(world, method) ?? method.run(args, world);
}

function refusedToken({ settings }: World, method: Method, token: string | undefined): Reply | undefined {
  if (!token) return refused('not_authed');
  if (token !== settings.botToken && token !== settings.appToken) return refused('invalid_auth');
  const right = method.token === 'app' ? settings.appToken : settings.botToken;
  return token === right ? undefined : refused('not_allowed_token_type');
}

function refusedScope({ settings }: World, { token, scope }: Method): Reply | undefined {
  const granted = token === 'app' ? settings.appScopes : settings.scopes;
  if (scope === undefined || granted.includes(scope)) return undefined;
  return refused('missing_scope', { needed: scope, provided: granted.join(',') });
}

/** What a token may do stands beside every answer to it; Slack says nothing of the kind to a token it does not know. */
function scopesHeader({ settings }: World, token: string | undefined): Readonly<Record<string, string>> {
  if (token === settings.botToken) return { 'x-oauth-scopes': settings.scopes.join(',') };
  return token === settings.appToken ? { 'x-oauth-scopes': settings.appScopes.join(',') } : {};
}
