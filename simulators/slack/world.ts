import { type Changes, createChanges } from './changes.ts';
import { type Clock, createClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createLedger, type Ledger } from './ledger.ts';
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
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly views: Views;
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
  const changes = createChanges(() => describeScreens(workspace, views, ledger));
  const workspace = createWorkspace(clock, changes);
  const views = createViews(clock, changes);
  const ledger = createLedger(clock, changes);
  const world: World = {
    settings,
    clock,
    changes,
    workspace,
    ledger,
    views,
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, workspace, settings.responseUrlThreads),
    faults: createFaults(),
    sockets: createSockets(settings, changes, () => world.origin),
    origin: '',
  };
  return world;
}
