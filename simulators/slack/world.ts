import { type Changes, createChanges } from './changes.ts';
import { type Clock, createClock } from './clock.ts';
import { whyNotListed } from './conversation-menu.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createFaults, type Faults } from './faults.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createMessageStates, type MessageStates } from './message-states.ts';
import { createOffers, type Offers } from './offers.ts';
import type { Lists } from './open-view.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { describeScreens } from './screen.ts';
import type { Settings } from './settings.ts';
import { createSockets, type Sockets } from './socket-mode.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViews, type Views } from './views.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Everything one simulated Slack consists of. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly views: Views;
  readonly messageStates: MessageStates;
  readonly offers: Offers;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly sockets: Sockets;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
}

/** Takes the settings; gives a fresh world in which nothing has happened yet. */
export function createWorld(settings: Settings): World {
  const clock = createClock();
  const changes = createChanges(() => describeScreens(world));
  const directory = createDirectory(changes);
  const workspace = createWorkspace(clock, changes);
  const views = createViews(clock, changes, listsIn(directory, workspace));
  const ledger = createLedger(clock, changes);
  const world: World = {
    settings,
    clock,
    changes,
    directory,
    workspace,
    ledger,
    views,
    messageStates: createMessageStates(changes),
    offers: createOffers(),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, workspace, settings.responseUrlThreads),
    faults: createFaults(),
    sockets: createSockets(settings, changes, () => world.origin),
    origin: '',
  };
  return world;
}

function listsIn(directory: Directory, workspace: Workspace): Lists {
  return (element, personId, channelId) => {
    const [person, channel] = [directory.person(personId), workspace.channel(channelId)];
    return person !== undefined && channel !== undefined && whyNotListed(channel, person, element) === undefined;
  };
}
