import { asText } from './answer.ts';
import { app } from './app-identity.ts';
import { changing } from './changing.ts';
import { channels } from './channels.ts';
import { answerControl } from './control.ts';
import { doing } from './doing.ts';
import { failing } from './failing.ts';
import { messages } from './messages.ts';
import { createOutage } from './outage.ts';
import { people } from './people.ts';
import { routeRequest } from './routes.ts';
import { seeing } from './seeing.ts';
import { createSlackServer, type SlackServer } from './server.ts';
import { type Options, settingsFrom } from './settings.ts';
import type { Connecting, SlackSimulator } from './simulator.ts';
import { socketing } from './socketing.ts';
import { groups } from './user-groups.ts';
import { createWorld, type World } from './world.ts';

export type { ChannelChange, GroupChange, PersonChange, SlackChange } from './changing.ts';
export { type Channel, channels } from './channels.ts';
export type { Delivery } from './deliveries.ts';
export type { SentEnvelope } from './envelopes.ts';
export type { Fault } from './faults.ts';
export type { Choice } from './interactions/choosing.ts';
export type { OfferedOption, Suggested } from './interactions/suggesting.ts';
export type { Call, UrlResponse } from './ledger.ts';
export { messages, type SlackMessage } from './messages.ts';
export type { OpenView } from './open-view.ts';
export { type Person, people } from './people.ts';
export type { Options } from './settings.ts';
export type { SlackSimulator } from './simulator.ts';
export { groups, type UserGroup } from './user-groups.ts';

/**
 * Starts a Slack workspace on 127.0.0.1: its Web API, response URLs, Socket Mode and the people in it.
 * Stop it, or let `await using` do so.
 */
export async function startSlack(options: Options = {}): Promise<SlackSimulator> {
  const world = createWorld(settingsFrom(options));
  const answerSlack = routeRequest(world, () => outage.isResetting());
  const server: SlackServer = createSlackServer(world, async (request, body) => {
    return (
      (await answerSlack(request, body)) ?? (await answerControl(slack, request, body)) ?? asText('not found', 404)
    );
  });
  const port = await server.listen(world.settings.port);
  world.origin = `http://127.0.0.1:${port}`;
  const outage = createOutage(server, () => port);
  const stop = () => stopAll(world, server);
  const slack: SlackSimulator = {
    ...connecting(world),
    ...doing(world),
    ...seeing(world),
    ...failing(world, outage),
    ...socketing(world),
    change: changing(world),
    get appUrl() {
      return world.settings.appUrl;
    },
    set appUrl(url) {
      world.settings.appUrl = url;
    },
    get socketConnections() {
      return world.sockets.connections.length;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return slack;
}

function connecting({ settings, origin }: World): Omit<Connecting, 'appUrl'> {
  const { signingSecret, botToken, appToken } = settings;
  return {
    apiUrl: `${origin}/api/`,
    origin,
    signingSecret,
    botToken,
    appToken,
    botUser: app.botUser,
    people,
    groups,
    channels,
    messages,
  };
}

async function stopAll({ faults, sockets }: World, server: SlackServer): Promise<void> {
  faults.stop();
  sockets.stop();
  await server.close('gently');
}
