import { residentBytes } from '../test/process/resident-bytes.ts';
import type { Scene } from './scene.ts';

export const mebibyte = 1_024 * 1_024;
const everyMs = 10;

/** A look at the app's memory, again and again until it is disposed of. */
export interface MemoryWatch extends Disposable {
  /** By how many MiB it has grown at most, since the watch began. */
  grownBy(): number;
}

/** Watches how much memory the app holds. That the app ends meanwhile is for the row to notice. */
export function watchMemory({ app }: Scene): MemoryWatch {
  const { pid } = app.child;
  const before = residentBytes(pid);
  let most = before;
  const look = () => {
    most = Math.max(most, bytesIfAlive(pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    grownBy() {
      look();
      return Math.round((most - before) / mebibyte);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** The process may have ended: then nothing can be read of it, or it holds nothing any more. */
function bytesIfAlive(pid: number | undefined): number {
  try {
    return residentBytes(pid) || 0;
  } catch {
    return 0;
  }
}
