import { channelOf, idOf, personOf } from './interactions/who.ts';
import { seenBy } from './screen.ts';
import type { Seeing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world; gives what can be read off it. */
export function seeing(world: World): Seeing {
  const { ledger, directory, workspace, views, changes } = world;
  return {
    calls: ledger.calls,
    callsTo: (method) => ledger.calls.filter((call) => call.method === method),
    responses: ledger.responses,
    messagesIn(place) {
      const person = directory.person(idOf(place));
      const channel = person ? workspace.directWithApp(person.id) : channelOf(world, place);
      return workspace.everythingIn(channel.id).filter(({ visibleTo }) => visibleTo === undefined);
    },
    seenBy: (person, channel) => seenBy(workspace, personOf(world, person), channelOf(world, channel).id),
    viewOf: (person) => views.top(personOf(world, person).id),
    until: (question, patience) => changes.until(question, patience),
  };
}
