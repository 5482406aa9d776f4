import type { Extension } from './extensions.ts';

/** The extensions of a running PBX: as it was started, with what an administrator has changed since. */
type Directory = {
  readonly extensions: readonly Extension[];
  /** Changes the extension that has this number now. Throws when nobody has. */
  change: (number: string, change: Partial<Extension>) => void;
  /** Undoes every change. */
  restore: () => void;
};

/** A directory without changes. It goes on reading the list it was given, which may belong to a test. */
export function createDirectory(asStarted: readonly Extension[]): Directory {
  const changed = new Map<Extension, Extension>();
  const asItIs = (extension: Extension) => changed.get(extension) ?? extension;
  return {
    get extensions() {
      return asStarted.map(asItIs);
    },
    change: (number, change) => {
      const extension = asStarted.find((one) => asItIs(one).number === number);
      if (extension === undefined) throw new Error(`Nobody has the extension number ${number}`);
      changed.set(extension, { ...asItIs(extension), ...change });
    },
    restore: () => changed.clear(),
  };
}
