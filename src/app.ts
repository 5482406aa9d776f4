import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import type { Config } from './config/config.ts';
import type { Logger } from './logger.ts';
import { registerMiddleware } from './middleware/index.ts';
import { createRunningWork } from './middleware/running-work.ts';
import { createAccess } from './services/access.ts';
import { createCallSummaries } from './services/call-summaries.ts';
import type { PbxClientOptions } from './services/yeastar/client.ts';
import { createYeastarPhoneSystem } from './services/yeastar/phone-system.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { createBoltApp } from './slack/bolt-app.ts';
import { createHttpTransport } from './transports/http-transport.ts';
import { createReadiness, type Readiness } from './transports/readiness.ts';
import { createSocketTransport } from './transports/socket-transport.ts';
import type { Transport } from './transports/transport.ts';
import { registerViews } from './views/index.ts';

/** The whole app. */
export interface CallSummaryApp {
  /** Opens the port and, in Socket Mode, begins to connect. Resolves with the port. */
  start(): Promise<number>;
  /** Takes no new work, waits for what runs, closes everything, within ten seconds. True if nothing was cut off. */
  stop(): Promise<boolean>;
}

/** What tests and measurements put in the place of the real thing. */
export interface AppOverrides {
  readonly pbx?: PbxClientOptions;
}

/** Together with handing back the token and closing the transport these stay below ten seconds. */
const drainMs = 6_500;
const lastWordsMs = 1_000;

/** Builds the app out of its parts, and is the one place that knows all of them. Nothing is opened yet. */
export function createApp(config: Config, logger: Logger, overrides: AppOverrides = {}): CallSummaryApp {
  const readiness = createReadiness();
  const work = createRunningWork();
  const transport = transportFor(config, logger, readiness);
  const phoneSystem = createYeastarPhoneSystem(config.yeastar, overrides.pbx);
  const summaries = createCallSummaries(createAccess(config.admins), phoneSystem);

  const app = createBoltApp(config, transport.receiver, logger);
  registerMiddleware(app, { logger, work, isStopping: readiness.isStopping });
  registerCommands(app, summaries);
  registerShortcuts(app);
  registerViews(app, summaries);
  registerActions(app, summaries);

  return {
    async start() {
      await app.init();
      return await transport.start(config.port);
    },
    async stop() {
      readiness.set('stopping');
      const isDrained = await work.drained(drainMs);
      await phoneSystem.close(); // whoever still waits for the PBX is told so now, while Slack can still be reached
      await work.drained(lastWordsMs);
      await transport.stop();
      return isDrained;
    },
  };
}

function transportFor({ slack }: Config, logger: Logger, readiness: Readiness): Transport {
  return slack.transport.kind === 'http'
    ? createHttpTransport(slack.transport.signingSecret, logger, readiness)
    : createSocketTransport(slack.transport.appToken, slack.apiUrl, logger, readiness);
}
