import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A demo that is running. Its terminal is not one. */
export interface DemoProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when it has printed this. */
  prints(words: string): Promise<void>;
  /** What it has printed until now. */
  stdout(): string;
  /** Resolves when it has ended, and everything it has started too. */
  readonly ended: Promise<Ended>;
}

/** How a demo went. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it has left in the folder for temporary files, which was its alone. */
  readonly left: readonly string[];
}

const longestMs = 30_000;

/** Starts the demo as npm does. */
export function startDemo(...args: string[]): DemoProcess {
  const folder = mkdtempSync(join(tmpdir(), 'callsummary-demo-test-'));
  const env = { ...process.env, TZ: 'UTC', TMPDIR: folder };
  const child = spawn(process.execPath, ['demo/main.ts', ...args], { env, timeout: longestMs });
  const [stdout, stderr] = [child.stdout, child.stderr].map(collect);
  const prints = async (words: string) => {
    while (!stdout?.().includes(words)) await once(child.stdout, 'data', { signal: AbortSignal.timeout(longestMs) });
  };
  // A process that outlived the demo would still hold its error stream, and this would not come.
  const ended = once(child, 'close', { signal: AbortSignal.timeout(longestMs) }).then(([status]): Ended => {
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true });
    return { status, stdout: stdout?.() ?? '', stderr: stderr?.() ?? '', left };
  });
  return { child, prints, stdout: () => stdout?.() ?? '', ended };
}

/** Runs the demo with these lines on its standard input, to its end. */
export async function demo(args: readonly string[], lines: readonly string[] = []): Promise<Ended> {
  const { child, ended } = startDemo(...args);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return await ended;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  return () => text;
}
