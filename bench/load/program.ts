import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Question, Reading } from './watch.ts';

/** A program that is measured, in a process of its own. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** Where it takes requests. */
  readonly port: number;
  /** From being started to saying that it is ready, in milliseconds. */
  readonly readyAfterMs: number;
  read(): Promise<Reading>;
  /** Has it write a heap snapshot; the reading is from before. */
  writeSnapshot(file: string): Promise<Reading>;
}

export interface ProgramOptions {
  /** The file to run, from the root of the repository. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Its working folder: the app would read a `.env` there. */
  readonly folder: string;
  /** False to run it as it is; then nothing can be read. */
  readonly isWatched?: boolean;
  readonly nodeArguments?: readonly string[];
}

const watch = fileURLToPath(new URL('watch.ts', import.meta.url));

/** Starts it with this environment alone, and waits for the line of its log that names its port. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { file, env, folder, isWatched = true, nodeArguments = [] } = options;
  const preload = isWatched ? ['--import', watch] : [];
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeArguments, ...preload, fileURLToPath(new URL(`../../${file}`, import.meta.url))],
    { env, cwd: folder, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  const port = await Promise.race([portOf(child), failureOf(ended)]);
  const readyAfterMs = performance.now() - startedAt;
  const ask = async (question: Question): Promise<Reading> => {
    const answer = once(child, 'message');
    child.send(question);
    const [reading]: Reading[] = await answer;
    if (reading === undefined) throw new Error('nothing was read');
    return reading;
  };
  return {
    pid: child.pid ?? 0,
    port,
    readyAfterMs,
    read: () => ask({}),
    writeSnapshot: (snapshotTo) => ask({ snapshotTo }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

/** The first line that names a port; what comes after is let go, as fast as it comes. */
async function portOf({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('nothing can be heard');
  const lines = createInterface({ input: stdout });
  const { promise, resolve } = Promise.withResolvers<number>();
  lines.on('line', (line) => {
    const [, port] = /"port":(\d+)/.exec(line) ?? [];
    if (port !== undefined) resolve(Number(port));
  });
  const port = await promise;
  lines.removeAllListeners('line');
  lines.close();
  stdout.resume();
  return port;
}

async function failureOf(ended: Promise<readonly unknown[]>): Promise<never> {
  const [code, signal] = await ended;
  throw new Error(`the program ended with ${String(code ?? signal)}`);
}
