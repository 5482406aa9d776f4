/** One thing to mend in the access file. */
export interface FileProblem {
  readonly line: number;
  /** Where in the file, in words: `ties, entry 2, from`; empty where it concerns the file as a whole. */
  readonly place: string;
  /** What is wrong, as the end of a sentence about that place. */
  readonly problem: string;
}

/** A path into the file as an administrator counts: the first entry is entry 1. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step))).join(', ');

/** A problem as one line: `line 12 (ties, entry 2, from): is not a day such as 2026-03-01`. */
export const describeProblem = ({ line, place, problem }: FileProblem): string =>
  `line ${line}${place === '' ? '' : ` (${place})`}: ${problem}`;

/** In the order of the file. */
export const inFileOrder = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.toSorted((one, other) => one.line - other.line);
