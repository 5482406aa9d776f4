/** Gives why something went wrong, in a sentence. */
export const reason = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
