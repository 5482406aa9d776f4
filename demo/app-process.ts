import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A line of the app's log, as far as the demo reads it. */
interface LogLine {
  readonly msg?: string;
  readonly port?: number;
  readonly outcome?: string;
}

/** The real app, in a process of its own, the way an administrator starts it. */
export interface AppProcess {
  readonly port: number;
  /** Resolves with how the app says the next request ended: `ok`, or the code of what went wrong. */
  nextOutcome(): Promise<string>;
  stop(): Promise<void>;
}

const launcher = fileURLToPath(new URL('../bin/callsummary.js', import.meta.url));

/** Starts the app with this environment alone, and waits until it takes requests. Its log goes nowhere but to us. */
export async function startApp(env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const child = spawn(process.execPath, [launcher], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const log = new EventEmitter<Record<string, [LogLine]>>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: LogLine = JSON.parse(text);
    log.emit(line.msg ?? '', line);
  });
  const [{ port }] = await Promise.race([once(log, 'started') as Promise<[LogLine]>, failure(child)]);
  return {
    port: port ?? 0,
    async nextOutcome() {
      const [{ outcome }] = (await once(log, 'request')) as [LogLine];
      return outcome ?? 'unknown';
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The app ended with exit code ${code}.`);
}
