import { channelOf, personOf } from './interactions/who.ts';
import { personWithId } from './people.ts';
import { seenBy } from './screen.ts';
import type { Seeing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world; gives what can be read off it. */
export function seeing(world: World): Seeing {
  const { ledger, workspace, views, changes } = world;
  return {
    calls: ledger.calls,
    callsTo: (method) => ledger.calls.filter((call) => call.method === method),
    responses: ledger.responses,
    messagesIn(place) {
      const person = personWithId(typeof place === 'string' ? place : place.id);
      const channel = person ? workspace.directWithApp(person.id) : channelOf(world, place);
      return workspace.everythingIn(channel.id).filter(({ visibleTo }) => visibleTo === undefined);
    },
    seenBy: (person, channel) => seenBy(workspace, personOf(person).id, channelOf(world, channel).id),
    viewOf: (person) => views.top(personOf(person).id),
    until: (question, patience) => changes.until(question, patience),
  };
}
