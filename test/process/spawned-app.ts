import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type PbxOptions, type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type Options as SlackOptions, type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';

const root = join(import.meta.dirname, '../..');

/** The program itself in a process of its own, and what it says. */
export interface Program {
  readonly child: ChildProcess;
  /** Standard output and standard error so far, in one. */
  readonly said: () => string;
  /** Asks again whenever it has said something, until the answer is not `undefined`; for ten seconds at most. */
  until<T>(question: () => T | undefined): Promise<T>;
  /** Resolves with exit code and signal when it has ended and everything it said is here. */
  readonly ended: Promise<readonly [code: number | null, signal: string | null]>;
}

/** Runs `src/main.ts` with this environment and nothing of ours. `arguments_` go to Node. */
export function runProgram(env: Readonly<Record<string, string>>, arguments_: readonly string[] = []): Program {
  const child = spawn(process.execPath, [...arguments_, 'src/main.ts'], {
    cwd: root,
    env: { ...env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const looks = new Set<() => void>();
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const look of looks) look();
    });
  const ended = once(child, 'close').then(([code, signal]) => [code, signal] as const);
  return { child, said: () => said, ended, until: (question) => waitFor(question, () => said, looks) };
}

function waitFor<T>(question: () => T | undefined, said: () => string, looks: Set<() => void>): Promise<T> {
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
  });
}

/** The program between a simulated Slack and a simulated PBX. */
export interface RunningApp extends Program, AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly port: number;
}

/** How it differs from the usual one. */
export interface RunningOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly slack?: SlackOptions;
  readonly pbx?: PbxOptions;
  readonly nodeArguments?: readonly string[];
}

/** Starts all three; `await using` ends them. */
export async function startApp({
  env,
  slack: slackOptions,
  pbx: pbxOptions,
  nodeArguments,
}: RunningOptions = {}): Promise<RunningApp> {
  const slack = await startSlack(slackOptions);
  const pbx = await startPbx(pbxOptions);
  const isSocketMode = slackOptions?.transport === 'socket';
  const secret = isSocketMode ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret };
  const program = runProgram({ ...settingsFor(slack, pbx), ...secret, ...env }, nodeArguments);
  const dispose = async () => {
    program.child.kill('SIGKILL');
    await program.ended;
    await Promise.all([slack.stop(), pbx.stop()]);
  };
  try {
    const [, port] = await program.until(() => /"port":(\d+)/.exec(program.said()) ?? undefined);
    slack.appUrl = `http://127.0.0.1:${port}/slack/events`;
    if (isSocketMode) await slack.socketReady();
    return { ...program, slack, pbx, port: Number(port), [Symbol.asyncDispose]: dispose };
  } catch (failure) {
    await dispose();
    throw failure;
  }
}

/** The settings under which the program talks to these two. Not from the workplace, which would load the whole app here too. */
const settingsFor = (slack: SlackSimulator, pbx: PbxSimulator) => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  YEASTAR_BASE_URL: pbx.url,
  YEASTAR_CLIENT_ID: pbx.clientId,
  YEASTAR_CLIENT_SECRET: pbx.clientSecret,
  CALLSUMMARY_ADMINS: slack.people.agent.id,
  PORT: '0',
});
