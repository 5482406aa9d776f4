import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpLine, type Line, socketLine } from './line.ts';
import { type Program, type ProgramOptions, startProgram } from './program.ts';
import { type Neighbours, settingsFor, type Way } from './settings.ts';

/** A program between the neighbours, with the line on which commands reach it. */
export interface Running extends Program {
  readonly line: Line;
}

/** How it is started apart from what is usual. */
export interface RunningOptions extends Omit<ProgramOptions, 'env' | 'folder'> {
  /** Where it keeps its store; unless given, a folder of its own, which goes with it. */
  readonly folder?: string;
  /** Where its own folder is made; among the machine's temporary ones, unless given. */
  readonly within?: string;
}

/** Starts a program, and waits until commands reach it. */
export async function startBetween(neighbours: Neighbours, way: Way, options: RunningOptions): Promise<Running> {
  const folder = options.folder ?? openFolder(options.within);
  const program = await startProgram({ ...options, folder, env: settingsFor(neighbours, way, folder) });
  const line = way === 'http' ? httpLine(program.port) : await socketLine(neighbours.slack);
  return {
    ...program,
    line,
    async [Symbol.asyncDispose]() {
      await line.close();
      await program[Symbol.asyncDispose]();
      if (options.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
}

export const openFolder = (within = tmpdir()): string => mkdtempSync(join(within, 'callsummary-bench-'));
