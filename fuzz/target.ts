import type fc from 'fast-check';

/** Something of ours that reads what others wrote. */
export interface Target {
  readonly name: string;
  /** Its share of the runs, as compared with the others'. */
  readonly weight: number;
  /** How many runs are done at one go, between an opening and a closing. */
  readonly runsAtOnce: number;
  /** Every input is one text, so that each can be kept as a file and tried again. */
  readonly inputs: fc.Arbitrary<string>;
  open(): Promise<OpenTarget>;
}

/** A target that is ready to read. */
export interface OpenTarget extends AsyncDisposable {
  /**
   * Reads an input and judges what came of it. Gives how long the reading took, in milliseconds for each 64 KiB.
   * @throws {Found} what is wrong
   */
  try(input: string): Promise<number>;
}

/** Something a target did that it must never do. */
export class Found extends Error {
  override readonly name = 'Found';
}
