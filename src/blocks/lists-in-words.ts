/** Entries as people list them: `one, two and three`. */
export const listOf = (entries: readonly string[]): string =>
  entries.length < 2 ? entries.join('') : `${entries.slice(0, -1).join(', ')} and ${entries.at(-1)}`;
