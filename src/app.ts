import { registerActions } from './actions/index.ts';
import { registerCommands } from './commands/index.ts';
import type { Config } from './config/config.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics/metrics.ts';
import { registerMiddleware } from './middleware/index.ts';
import { createRunningWork } from './middleware/running-work.ts';
import { registerOptions } from './options/index.ts';
import { type AppOverrides, createParts } from './parts.ts';
import type { FileProblem } from './services/access/file-problem.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { createBoltApp } from './slack/bolt-app.ts';
import { type Retention, startRetention } from './store/retention.ts';
import { createHttpTransport } from './transports/http-transport.ts';
import { createMetricsDoor } from './transports/metrics-door.ts';
import { createReadiness, type Readiness } from './transports/readiness.ts';
import type { SocketState } from './transports/socket-supervisor.ts';
import { createSocketTransport } from './transports/socket-transport.ts';
import type { Transport } from './transports/transport.ts';
import type { Routes } from './transports/web-server.ts';
import { registerViews } from './views/index.ts';

/** The whole app. */
export interface CallSummaryApp {
  /**
   * Opens the store and the port and, in Socket Mode, begins to connect. Resolves with the port.
   * @throws {StoreError} when the store cannot be used
   */
  start(): Promise<number>;
  /** Takes a new text of the access file; one with mistakes changes nothing, and they are what it gives. */
  takeAccessFile(text: string): readonly FileProblem[];
  /** Which rules are in force, as the audit log names them. */
  rulesVersion(): string;
  /** Takes no new work, waits for what runs, closes everything, within ten seconds. True if nothing was cut off. */
  stop(): Promise<boolean>;
}

/** With handing back the token (one second at most) and closing the store (two) these stay below ten seconds. */
const drainMs = 5_500;
const lastWordsMs = 1_000;

/** Builds the app out of its parts. Nothing is opened yet. */
export function createApp(config: Config, logger: Logger, overrides: AppOverrides = {}): CallSummaryApp {
  const readiness = createReadiness();
  const work = createRunningWork();
  const metrics = createMetrics(readiness.isReady);
  const metricsDoor = createMetricsDoor(config.metricsAddress, readiness, metrics.exposition);
  const transport = transportFor(config, logger, readiness, metricsDoor.routes, metrics.connection.changed);
  const { store, phoneSystem, rules, summaries, picker, sharing } = createParts(config, logger, metrics, overrides);
  let retention: Retention | undefined;

  const app = createBoltApp(config, transport.receiver, logger);
  registerMiddleware(app, { logger, observer: metrics.requests, work, isStopping: readiness.isStopping });
  registerCommands(app, summaries, picker);
  registerShortcuts(app, picker);
  registerViews(app, summaries, sharing);
  registerActions(app, { summaries, sharing, picker });
  registerOptions(app, picker);

  return {
    async start() {
      await store.open();
      retention = startRetention(store.audit, config.auditDays, () =>
        logger.error('old audit entries were not removed'),
      );
      await app.init();
      const metricsPort = await metricsDoor.open();
      if (metricsPort !== null) logger.info({ port: metricsPort }, 'metrics');
      return await transport.start(config.port);
    },
    takeAccessFile: (text) => rules.reload(text),
    rulesVersion: () => rules.current().version,
    async stop() {
      readiness.set('stopping');
      const isDrained = await work.drained(drainMs);
      await phoneSystem.close(); // whoever still waits for the PBX is told so now, while Slack can still be reached
      await work.drained(lastWordsMs);
      await Promise.all([transport.stop(), metricsDoor.close()]);
      retention?.stop();
      await store.close();
      return isDrained;
    },
  };
}

function transportFor(
  { slack: { transport, apiUrl } }: Config,
  logger: Logger,
  readiness: Readiness,
  routes: Routes,
  onChange: (state: SocketState) => void,
): Transport {
  return transport.kind === 'http'
    ? createHttpTransport(transport.signingSecret, logger, readiness, routes)
    : createSocketTransport({ appToken: transport.appToken, apiUrl, routes, onChange }, logger, readiness);
}
