/** The time of day. It may jump, so it serves only what outlives the process: times that are read back from the store. */
export type WallClock = () => Date;

/** The machine's own. */
export const machineWallClock: WallClock = () => new Date();
