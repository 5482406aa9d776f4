/** One thing to mend in the access file. */
export interface FileProblem {
  readonly line: number;
  /** Where in the file, in words: `ties, entry 2, from`; empty where it concerns the file as a whole. */
  readonly place: string;
  /** What is wrong, as the end of a sentence about that place. Quotes nothing. */
  readonly problem: string;
  /** What stands there, where it is quoted before the problem. It may be anything: never for a log. */
  readonly written?: string;
  /** More about it, quoting from the file. The same. */
  readonly detail?: string;
}

/** A path into the file as an administrator counts: the first entry is entry 1. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step))).join(', ');

/** A problem as one line: `line 12 (ties, entry 2, from): "2026-02-30" is not a day such as 2026-03-01`. */
export const describeProblem = (found: FileProblem): string => {
  const { written, problem, detail } = found;
  const sentence = written === undefined ? problem : `"${written}" ${problem}`;
  return `${whereIn(found)}: ${sentence}${detail === undefined ? '' : `: ${detail}`}`;
};

/** The same without what was written there by mistake, for a log: it may be an address, or somebody's name. */
export const describeUnquoted = (found: FileProblem): string => `${whereIn(found)}: ${found.problem}`;

const whereIn = ({ line, place }: FileProblem) => `line ${line}${place === '' ? '' : ` (${place})`}`;

/** In the order of the file. */
export const inFileOrder = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.toSorted((one, other) => one.line - other.line);
