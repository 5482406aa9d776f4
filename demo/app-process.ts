import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Person } from '../simulators/slack/index.ts';

/** A line of the app's log, as far as the demo reads it. */
interface LogLine {
  readonly msg?: string;
  readonly port?: number;
  readonly outcome?: string;
  /** Whose request it was. */
  readonly person?: string;
}

/** The real app, in a process of its own, the way an administrator starts it. */
export interface AppProcess extends AsyncDisposable {
  readonly port: number;
  /**
   * Has somebody do something, and waits until the app is done with it. Gives how the app says it ended: `ok`, or the code
   * of what went wrong. Where `deed` gives undefined the app was not told, and that is `ok`. What others do meanwhile does
   * not count.
   */
  outcomeOf(person: Person, deed: () => Promise<object | undefined>): Promise<string>;
  /** Tells the app by SIGHUP that the access file has changed, and waits until it has taken it. */
  takeAccessFile(): Promise<void>;
}

const launcher = fileURLToPath(new URL('../bin/callsummary.js', import.meta.url));
const patienceMs = 60_000;

/**
 * Starts the app with this environment alone, in a folder without a .env file of anybody's, and waits until it takes
 * requests. Its log goes nowhere but to us.
 */
export async function startApp(env: Readonly<Record<string, string>>, folder: string): Promise<AppProcess> {
  const child = spawn(process.execPath, [launcher], { env, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  // Whatever ends the demo, the app must not outlive it.
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const { log, requests } = listenTo(child.stdout);
  const says = (message: string) => Promise.race([nextLine(log, message), failureOf(ended)]);
  const { port } = await says('started');
  return {
    port: port ?? 0,
    async outcomeOf({ id }, deed) {
      const before = requests.length;
      const isTheirs = ({ person }: LogLine) => person === id;
      if ((await deed()) === undefined) return 'ok';
      while (!requests.slice(before).some(isTheirs)) await says('request');
      return requests.slice(before).find(isTheirs)?.outcome ?? 'unknown';
    },
    async takeAccessFile() {
      child.kill('SIGHUP');
      await says('access file taken');
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Rings with every line of the log, by its message, and keeps those about requests. */
function listenTo(stdout: NodeJS.ReadableStream) {
  const log = new EventEmitter<Record<string, [LogLine]>>();
  const requests: LogLine[] = [];
  createInterface({ input: stdout }).on('line', (text) => {
    const line: LogLine = JSON.parse(text);
    if (line.msg === 'request') requests.push(line);
    log.emit(line.msg ?? '', line);
  });
  return { log, requests };
}

async function nextLine(log: EventEmitter, message: string): Promise<LogLine> {
  const [line]: LogLine[] = await once(log, message, { signal: AbortSignal.timeout(patienceMs) });
  return line ?? {};
}

async function failureOf(ended: Promise<readonly unknown[]>): Promise<never> {
  const [code] = await ended;
  throw new Error(`The app ended with exit code ${String(code)}.`);
}
