/** How much of a file the tests reach, as node's test runner counts it. */
export interface FileCoverage {
  readonly path: string;
  readonly totalLineCount: number;
  readonly coveredLineCount: number;
  readonly totalBranchCount: number;
  readonly coveredBranchCount: number;
  /** Each branch with the line it begins in, and how often it was taken. */
  readonly branches: readonly { readonly line: number; readonly count: number }[];
}

/** How much of a folder, what lies in its folders included. */
export interface RoomCoverage {
  readonly room: string;
  readonly words: string;
  readonly isEnough: boolean;
}

/** The rooms whose branches have to be reached, and how many in a hundred. */
export const coveredRooms = ['src/services', 'src/services/yeastar', 'src/blocks'] as const;
export const leastPercent = 95;

/** A room's coverage in a line; a room without files is never enough, for then nothing was measured. */
export function roomCoverage(room: string, files: readonly FileCoverage[]): RoomCoverage {
  const inside = files.filter(({ path }) => path.startsWith(`${room}/`));
  const count = (read: (file: FileCoverage) => number) => inside.reduce((sum, file) => sum + read(file), 0);
  const [all, taken] = [count((file) => file.totalBranchCount), count((file) => file.coveredBranchCount)];
  const lines = percent(
    count((file) => file.coveredLineCount),
    count((file) => file.totalLineCount),
  );
  const words = `coverage of ${room}: branches ${percent(taken, all).toFixed(2)} % (${taken} of ${all}), lines ${lines.toFixed(2)} %`;
  return { room, words, isEnough: percent(taken, all) >= leastPercent };
}

/** Where branches are that no test takes: `src/blocks/usage.ts 22, 34`. */
export function missedBranches(room: string, files: readonly FileCoverage[]): readonly string[] {
  return files.flatMap(({ path, branches }) => {
    const lines = [...new Set(branches.filter(({ count }) => count === 0).map(({ line }) => line))];
    return path.startsWith(`${room}/`) && lines.length > 0 ? [`${path} ${lines.join(', ')}`] : [];
  });
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
