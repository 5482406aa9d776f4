import type { Stage } from '../stage.ts';

/** Something that happens around the people. Gives a sentence about it, or about what came of it. */
export type Event = (stage: Stage) => Promise<string> | string;

/** A moment of the tour: lines as one could type them, and events between them. What the last line shows is drawn. */
export interface Scene {
  readonly caption: string;
  readonly steps: readonly (string | Event)[];
  /** How many rows of a long picture are shown, from its top and from its bottom. */
  readonly rows?: { readonly top: number; readonly bottom: number };
}
