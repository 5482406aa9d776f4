import { readFileSync } from 'node:fs';
import { createApp } from './app.ts';
import { type Config, parseConfig } from './config/config.ts';
import { ConfigError } from './config/problems.ts';
import { createLogger, tracesOf } from './logger.ts';

/** As sysexits.h names them: a configuration error, and an internal software error. */
const exitCodes = { configuration: 78, software: 70 } as const;

const config = readConfig();
const logger = createLogger(config.logLevel);
const app = createApp(config, logger);

process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);

const stopping = Promise.withResolvers<void>();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.resolve());

try {
  const port = await app.start();
  logger.info({ transport: config.slack.transport.kind, port, admins: config.admins.size }, 'started');
} catch (thrown) {
  if (!isPortTrouble(thrown)) giveUp(thrown);
  process.stderr.write(
    `callsummary cannot start: port ${config.port} cannot be opened (${thrown.code}). Set PORT to another one.\n`,
  );
  process.exit(exitCodes.configuration);
}

await stopping.promise;
const isDrained = await app.stop();
logger.info({ drained: isDrained }, 'stopped');
process.exit(0);

function readConfig(): Config {
  try {
    return parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exit(exitCodes.configuration);
  }
}

function isPortTrouble(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown && (thrown.code === 'EADDRINUSE' || thrown.code === 'EACCES');
}

/** After a mistake nobody caught, nothing here can be trusted: say so and let the service manager start afresh. */
function giveUp(thrown: unknown): never {
  logger.fatal(tracesOf(thrown), 'gave up');
  process.exit(exitCodes.software);
}
