import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PbxOptions, PbxSimulator } from '../simulators/pbx/index.ts';
import type { SlackSimulator } from '../simulators/slack/index.ts';
import { canaries, canaryCall, canaryExtension } from '../test/process/canaries.ts';
import {
  openStage,
  type Program,
  type RunningApp,
  runProgram,
  type StartOptions,
} from '../test/process/spawned-app.ts';
import { settingsFor } from '../test/support/settings.ts';

/** How a stage differs from the usual one: HTTP mode, a PBX without encryption, a store in a folder of its own. */
export interface Setting {
  readonly transport?: 'socket';
  readonly pbx?: PbxOptions | (() => Promise<PbxOptions>);
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
  /** The fault starts the app itself. */
  readonly isEmpty?: true;
}

/** The app, as an administrator starts it, between a simulated Slack and a simulated PBX. */
export interface Scene extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  /** A folder of its own, with the store in it. */
  readonly folder: string;
  readonly storeFile: string;
  /** The app that was started last. */
  readonly app: RunningApp;
  /** Starts the app, once more or beside the other; from then on Slack brings everything to that one. */
  start(options?: StartOptions): Promise<RunningApp>;
  /** Runs the app with these settings on top, whatever comes of it. */
  tries(env?: Readonly<Record<string, string>>): Program;
  /** Runs a command of the administrator to its end: 'src/audit/main.ts --verify'. */
  administers(command: string): Promise<{ readonly code: number | null; readonly said: string }>;
  /** Is called when the stage is cleared, whatever came of the fault. */
  defer(undo: () => void): void;
  /** Everything the app has said, in all its processes. */
  said(): string;
}

/** No fault needs the app for longer, all rows of the full form together included. Milliseconds. */
const longestMs = 600_000;
const launcher = 'bin/callsummary.js';
const { signingSecret, botToken, appToken, clientSecret } = canaries;

/**
 * Sets a stage whose secrets, names and summary are all canaries; `await using` ends everything on it. Where a part of it
 * fails, nothing is left of the others.
 */
export async function openScene({ transport, pbx, env, nodeArguments, isEmpty }: Setting = {}): Promise<Scene> {
  await using ending = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-faults-'));
  ending.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const undoing = ending.use(new DisposableStack());
  const stage = ending.use(
    await openStage({
      slack: { signingSecret, botToken, appToken, ...(transport && { transport }) },
      pbx: {
        clientSecret,
        calls: [canaryCall],
        extensions: [canaryExtension],
        ...(typeof pbx === 'function' ? await pbx() : pbx),
      },
    }),
  );
  const storeFile = join(folder, 'kept', 'callsummary.db');
  const { agent, lead, colleague, administrator } = stage.slack.people;
  const usual = {
    CALLSUMMARY_ADMINS: [agent, lead, colleague, administrator].map(({ id }) => id).join(),
    CALLSUMMARY_STORE_FILE: storeFile,
    LOG_LEVEL: 'debug',
    ...env,
  };
  const complete = { ...settingsFor(stage.slack, stage.pbx, transport === 'socket'), ...usual };
  const manner = { file: launcher, folder, longestMs };
  const programs: Program[] = [];
  const running: RunningApp[] = [];
  const start: Scene['start'] = async (options = {}) => {
    const started = await stage.start({
      nodeArguments: nodeArguments ?? [],
      manner,
      ...options,
      env: { ...usual, ...options.env },
    });
    programs.push(started);
    running.push(started);
    return started;
  };
  if (isEmpty !== true) await start();
  const whole = ending.move();
  return {
    slack: stage.slack,
    pbx: stage.pbx,
    folder,
    storeFile,
    get app() {
      const newest = running.at(-1);
      if (newest === undefined) throw new Error('The app was not started.');
      return newest;
    },
    start,
    tries(more) {
      const program = runProgram({ ...complete, ...more }, [], manner);
      programs.push(program);
      return program;
    },
    async administers(command) {
      const [file = '', ...words] = command.split(' ');
      const program = runProgram(complete, [], { file, folder, words });
      const [code] = await program.ended;
      return { code, said: program.said() };
    },
    defer: (undo) => undoing.defer(undo),
    said: () => programs.map(({ said }) => said()).join('\n'),
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}
