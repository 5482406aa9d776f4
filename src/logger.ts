import type { Logger as BoltLogger } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * The app's log: JSON lines on standard output. What is written is chosen field by field where it is written; nothing
 * here has to take secrets out, because none are put in.
 */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1));

/**
 * The log's face for Bolt and the Slack SDK. Their debug lines hold whole messages, and their other lines may quote
 * bodies, URLs or tokens after their first words: only those first words, and an error's name and code, are kept.
 */
export function boltLoggerOf(logger: Logger): BoltLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      logger[level]({ slackSdk: ownWordsOf(parts), ...(error === undefined ? {} : nameAndCodeOf(error)) }, 'slack sdk');
    };
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => infoLevel,
    setName: () => {},
  };
}

// The value of Bolt's LogLevel.INFO, whose enum would be a second door to the package.
const infoLevel = 'info' as ReturnType<BoltLogger['getLevel']>;
const longestWords = 80;

function ownWordsOf(parts: readonly unknown[]): string {
  const [first] = parts.filter((part) => typeof part === 'string');
  return (first?.split(/[^A-Za-z .,'-]/)[0] ?? '').slice(0, longestWords).trim();
}

/** What may be logged of an error we do not know: kind, code and place. Its message may quote anything. */
export function tracesOf(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown };
  const frames = thrown.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { ...nameAndCodeOf(thrown), stack: frames.map((line) => line.trim()) };
}

function nameAndCodeOf(error: Error): object {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { errorName: error.name, errorCode: code };
}
