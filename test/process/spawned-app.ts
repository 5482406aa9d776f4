import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { settingsFor } from '../support/settings.ts';

const root = join(import.meta.dirname, '../..');

/** The program itself in a process of its own, and what it says. */
export interface Program {
  readonly child: ChildProcess;
  /** Standard output and standard error so far, in one. */
  readonly said: () => string;
  /** Asks again whenever it has said something, until the answer is not `undefined`; for ten seconds at most, and not beyond its end. */
  until<T>(question: () => T | undefined): Promise<T>;
  /** Resolves with exit code and signal when it has ended and everything it said is here. */
  readonly ended: Promise<readonly [code: number | null, signal: string | null]>;
}

/** What is run, and how. */
export interface Manner {
  /** From the root of the project; `src/main.ts` unless said otherwise. */
  readonly file?: string;
  /** What stands after its name. */
  readonly words?: readonly string[];
  /** Where it runs; a `.env` there may be read. */
  readonly folder?: string;
  /** A program that does not end by itself fails its test after so many milliseconds, and does not hold it up. */
  readonly longestMs?: number;
}

/** Whatever ends us, they must not outlive us. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Runs the program with this environment and nothing of ours. `arguments_` go to Node. */
export function runProgram(
  env: Readonly<Record<string, string>>,
  arguments_: readonly string[] = [],
  { file = 'src/main.ts', words = [], folder = root, longestMs = 60_000 }: Manner = {},
): Program {
  const child = spawn(process.execPath, [...arguments_, join(root, file), ...words], {
    cwd: folder,
    env: { ...env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  const looks = new Set<() => void>();
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const look of looks) look();
    });
  const ended = once(child, 'close').then(([code, signal]) => [code, signal] as const);
  return { child, said: () => said, ended, until: (question) => waitFor(question, () => said, looks, ended) };
}

function waitFor<T>(
  question: () => T | undefined,
  said: () => string,
  looks: Set<() => void>,
  ended: Promise<unknown>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      looks.delete(look);
      finish();
    };
    const look = () => {
      const found = question();
      if (found !== undefined) settle(() => resolve(found));
    };
    const giveUp = () => settle(() => reject(new Error(`Nothing came of it. It said:\n${said()}`)));
    const timer = setTimeout(giveUp, 10_000);
    looks.add(look);
    look();
    void ended.then(giveUp, giveUp);
  });
}

/** The program between a simulated Slack and a simulated PBX. */
export interface RunningApp extends Program, AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly port: number;
}

/** How a program differs from the usual one. */
export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
  readonly manner?: Manner;
}

/** How the simulators do too. */
export interface RunningOptions extends StartOptions {
  readonly slack?: SlackOptions;
  readonly pbx?: PbxOptions;
}

/** Both simulators, for programs that run between them one after the other, or at the same time. */
export interface Stage extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  /** Starts a program. From then on Slack brings everything to that one; `await using` kills it. */
  start(options?: StartOptions): Promise<RunningApp>;
}

/** Starts all three; `await using` ends them. */
export async function startApp(options: RunningOptions = {}): Promise<RunningApp> {
  const stage = await openStage(options);
  const dispose = () => stage[Symbol.asyncDispose]();
  try {
    return { ...(await stage.start(options)), [Symbol.asyncDispose]: dispose };
  } catch (failure) {
    await dispose();
    throw failure;
  }
}

/** Starts the simulators; `await using` ends them, and every program between them. */
export async function openStage(options: Pick<RunningOptions, 'slack' | 'pbx'> = {}): Promise<Stage> {
  const slack = await startSlack(options.slack);
  const pbx = await startPbx(options.pbx);
  const programs: Program[] = [];
  const start = async ({ env, nodeArguments, manner }: StartOptions = {}): Promise<RunningApp> => {
    const isSocketMode = options.slack?.transport === 'socket';
    const program = runProgram({ ...settingsFor(slack, pbx, isSocketMode), ...env }, nodeArguments, manner);
    programs.push(program);
    const [, port] = await program.until(() => /"port":(\d+)/.exec(program.said()) ?? undefined);
    const app = { ...program, slack, pbx, port: Number(port), [Symbol.asyncDispose]: () => kill(program) };
    bringsAllTo(app);
    if (isSocketMode) await slack.socketReady();
    return app;
  };
  const dispose = async () => {
    await Promise.all(programs.map(kill));
    await Promise.all([slack.stop(), pbx.stop()]);
  };
  return { slack, pbx, start, [Symbol.asyncDispose]: dispose };
}

/** From now on Slack brings everything to this program. */
export function bringsAllTo({ slack, port }: Pick<RunningApp, 'slack' | 'port'>): void {
  slack.appUrl = `http://127.0.0.1:${port}/slack/events`;
}

/** Ends a program as a power cut would: it hears nothing of it. */
export async function kill({ child, ended }: Pick<Program, 'child' | 'ended'>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
