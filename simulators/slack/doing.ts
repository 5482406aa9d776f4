import { clicks, declines } from './interactions/block-actions.ts';
import { chooses, ticks, unticks } from './interactions/choosing.ts';
import { fill } from './interactions/filling.ts';
import { sends } from './interactions/raw-request.ts';
import { choosesGlobalShortcut, choosesMessageShortcut } from './interactions/shortcuts.ts';
import { types } from './interactions/slash-command.ts';
import { typesInto } from './interactions/suggesting.ts';
import { closes } from './interactions/view-closed.ts';
import { submits } from './interactions/view-submission.ts';
import { channelOf, personOf } from './interactions/who.ts';
import type { Doing } from './simulator.ts';
import type { World } from './world.ts';

/** Takes a world; gives what the people in it can do. */
export function doing(world: World): Doing {
  return {
    types: (...args) => types(world, ...args),
    choosesMessageShortcut: (...args) => choosesMessageShortcut(world, ...args),
    choosesGlobalShortcut: (...args) => choosesGlobalShortcut(world, ...args),
    fills: (person, entries) => void fill(world, personOf(world, person), 'view', entries),
    submits: (...args) => submits(world, ...args),
    closes: (...args) => closes(world, ...args),
    clicks: (...args) => clicks(world, ...args),
    declines: (...args) => declines(world, ...args),
    opens: (person, where, field, twist) => typesInto(world, person, where, field, '', twist),
    typesInto: (...args) => typesInto(world, ...args),
    chooses: (...args) => chooses(world, ...args),
    ticks: (...args) => ticks(world, ...args),
    unticks: (...args) => unticks(world, ...args),
    sends: (request) => sends(world, request),
    redelivers: (delivery, repetition = {}) => delivery.again(repetition),
    says: (who, where, text, thread) =>
      world.workspace.post({ user: personOf(world, who).id, channel: channelOf(world, where).id, text, ...thread }),
    makesChannel: (who, name, { isPrivate = false } = {}) =>
      world.workspace.open({ name, kind: isPrivate ? 'private' : 'public', members: [personOf(world, who).id] }),
    invitesApp: (where) => world.workspace.letBotIn(channelOf(world, where).id),
    passes: (ms) => world.clock.passes(ms),
  };
}
