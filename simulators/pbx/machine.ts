import type { Socket } from 'node:net';
import { createClock } from './clock/index.ts';
import type { PbxCondition } from './condition.ts';
import { createDirectory } from './directory.ts';
import { createDownloads } from './downloads.ts';
import { createScript } from './faults/script.ts';
import { createHold } from './hold.ts';
import { createLedger } from './ledger.ts';
import { createLogins } from './logins.ts';
import type { PbxOptions, PbxSettings } from './options.ts';
import { settle } from './options.ts';
import { createRecentCalls } from './recent-calls/index.ts';
import type { SampleCall } from './sample-calls/sample-call.ts';
import { createTokens } from './tokens.ts';
import { createWatch } from './watch.ts';

/** Everything one simulated PBX knows and remembers, without its socket. */
export type Machine = ReturnType<typeof createMachine>;

/** A PBX just switched on. */
export function createMachine(options: PbxOptions) {
  const settings = settle(options);
  const watch = createWatch();
  const condition = conditionOf(settings);
  const now = () => settings.now() + condition.clockAheadMs;
  const clock = createClock({ ...settings, now });
  const directory = createDirectory(settings.extensions);
  return {
    settings,
    /** How it is now. */
    condition,
    /** Its own time, in milliseconds since 1970. */
    now,
    watch,
    clock,
    directory,
    downloads: createDownloads(clock, now),
    recentCalls: createRecentCalls({ clock, directory, now }, settings.recentCalls),
    startedAt: now(),
    clientSecret: settings.clientSecret,
    tokens: createTokens(settings),
    logins: createLogins(),
    ledger: createLedger(settings.now),
    script: createScript(),
    hold: createHold(watch.changed),
    /** The open TCP connections by the client's port. */
    connections: new Map<number, Socket>(),
    /** While true, connections are accepted and then left alone: no TLS, no HTTP. */
    ignoresConnections: false,
  };
}

/** The part of the settings that can change while it runs. */
function conditionOf({
  firmwareVersion,
  modelName,
  missingV2,
  isApiAvailable,
  isAddressAllowed,
  deniedEndpoints,
  clockAheadMs,
}: PbxSettings): PbxCondition {
  return { firmwareVersion, modelName, missingV2, isApiAvailable, isAddressAllowed, deniedEndpoints, clockAheadMs };
}

/** Every leg the PBX knows. */
export function legsOf({ settings, recentCalls }: Machine): readonly SampleCall[] {
  return [...settings.calls, ...recentCalls.all];
}

/** Puts a PBX back to how it was switched on; what is under way is let go. */
export function resetMachine(pbx: Machine): void {
  pbx.clientSecret = pbx.settings.clientSecret;
  Object.assign(pbx.condition, conditionOf(pbx.settings));
  pbx.ignoresConnections = false;
  pbx.script.clear();
  pbx.hold.release();
  pbx.tokens.clear();
  pbx.logins.unblock();
  pbx.downloads.clear();
  pbx.directory.restore();
  pbx.recentCalls.replace(pbx.settings.recentCalls);
  pbx.ledger.clear();
  pbx.watch.changed();
}
