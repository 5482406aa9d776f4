/** The calls one wishes to have been made lately. */
export type RecentCallsWish = {
  /** How many legs. */
  count: number;
  /** The same seed gives the same calls at the same time of day; 1 if left out. */
  seed?: number;
  /** Over how many days before now they are spread; 7 if left out. */
  days?: number;
  /** Whether some have hostile names and broken rows, as real ones may; true if left out. */
  odd?: boolean;
};
