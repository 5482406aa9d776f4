/** What something takes, or may take, of a message or modal: its words, its JSON, its blocks. */
export interface Size {
  readonly textCharacters: number;
  readonly jsonCharacters: number;
  readonly blocks: number;
}

/** The size of what is not there. */
export const nothing: Size = { textCharacters: 0, jsonCharacters: 0, blocks: 0 };

/** What several things take together. */
export function sum(...sizes: readonly Size[]): Size {
  return sizes.reduce((total, size) => ({
    textCharacters: total.textCharacters + size.textCharacters,
    jsonCharacters: total.jsonCharacters + size.jsonCharacters,
    blocks: total.blocks + size.blocks,
  }));
}

/** Whether something fits into a budget. */
export function isWithin(size: Size, budget: Size): boolean {
  return (
    size.textCharacters <= budget.textCharacters &&
    size.jsonCharacters <= budget.jsonCharacters &&
    size.blocks <= budget.blocks
  );
}

/** Half a budget: a page that has taken less still has room worth filling. */
export function half({ textCharacters, jsonCharacters, blocks }: Size): Size {
  return { textCharacters: textCharacters / 2, jsonCharacters: jsonCharacters / 2, blocks: blocks / 2 };
}
