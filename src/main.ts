import { readFileSync } from 'node:fs';
import { createApp } from './app.ts';
import { type Config, parseConfig } from './config/config.ts';
import { ConfigError } from './config/problems.ts';
import { createLogger, tracesOf } from './logger.ts';
import { reloadAccessFile } from './reload-access-file.ts';
import { StoreError } from './store/store-error.ts';

/** As sysexits.h names them: a configuration error, and an internal software error. */
const exitCodes = { configuration: 78, software: 70 } as const;

const config = readConfig();
const logger = createLogger(config.logLevel);
const app = createApp(config, logger);

process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);

// Without this, a hangup would end the process: here it says that the access file has changed.
process.on('SIGHUP', () => reloadAccessFile(config.accessFile?.path, readTextFile, app, logger));

const stopping = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.resolve());

try {
  const port = await app.start();
  logger.info({ transport: config.slack.transport.kind, port, pid: process.pid, rules: app.rulesVersion() }, 'started');
} catch (thrown) {
  const reason = reasonNotToStart(thrown);
  if (reason === null) giveUp(thrown);
  process.stderr.write(`callsummary cannot start: ${reason}\n`);
  process.exit(exitCodes.configuration);
}

await stopping.promise;
const isDrained = await app.stop();
logger.info({ drained: isDrained }, 'stopped');
process.exit(0);

function readTextFile(path: string): string {
  return readFileSync(path, 'utf8');
}

function readConfig(): Config {
  try {
    return parseConfig(process.env, readTextFile);
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exit(exitCodes.configuration);
  }
}

/** What an administrator can mend, in a sentence; null for a mistake of ours. */
function reasonNotToStart(thrown: unknown): string | null {
  if (thrown instanceof StoreError)
    return `${config.storeFile}: ${thrown.message}. CALLSUMMARY_STORE_FILE says where it is.`;
  if (!isPortTrouble(thrown)) return null;
  return thrown.port === config.metricsAddress?.port
    ? `the address for /metrics cannot be opened (${thrown.code}). Set CALLSUMMARY_METRICS_LISTEN to another one.`
    : `port ${config.port} cannot be opened (${thrown.code}). Set PORT to another one.`;
}

interface PortTrouble extends NodeJS.ErrnoException {
  readonly port?: number;
}

function isPortTrouble(thrown: unknown): thrown is PortTrouble {
  const codes: unknown[] = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'];
  return thrown instanceof Error && 'code' in thrown && codes.includes(thrown.code);
}

/** After a mistake nobody caught, nothing here can be trusted: say so and let the service manager start afresh. */
function giveUp(thrown: unknown): never {
  logger.fatal(tracesOf(thrown), 'gave up');
  process.exit(exitCodes.software);
}
