import { channelOf, idOf, personOf } from './interactions/who.ts';
import { canRead, seenBy } from './screen.ts';
import type { Seeing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world; gives what can be read off it. */
export function seeing(world: World): Seeing {
  const { ledger, directory, workspace, views, messageStates, changes } = world;
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
    channelsOf(who) {
      const person = personOf(world, who);
      return workspace.channels().filter((channel) => canRead(person, channel));
    },
    valuesOn: (person, message) => messageStates.of(personOf(world, person).id, message),
    until: (question, patience) => changes.until(question, patience),
    watch: (listener) => changes.watch(listener),
  };
}
