/** One measured figure. */
export interface Figure {
  /** What was measured, as a row's name: "documented example". */
  readonly what: string;
  /** Who did it, as a column's name: "callsummary", "turndown". */
  readonly who: string;
  readonly value: number | string;
  /** Such as "ops/s", "ms", "MB", "" for words. */
  readonly unit: string;
}

/** A goal, and whether it was reached in this run. */
export interface Goal {
  readonly says: string;
  readonly seen: string;
  readonly reached: boolean;
}

/** A line of a plot: x and y with their units in the plot's words. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly isLog?: boolean;
  readonly lines: readonly Line[];
}

/** What a part of the bench gives. */
export interface Table {
  readonly title: string;
  readonly note?: string;
  readonly command: string;
  readonly figures: readonly Figure[];
}

export interface PartResult {
  readonly part: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  readonly plots: readonly Plot[];
}

/** A part of the bench, run by name. `quick` is for trying it out: fewer and shorter rounds. */
export interface Part {
  readonly name: string;
  readonly says: string;
  run(options: { readonly quick: boolean }): Promise<PartResult>;
}
