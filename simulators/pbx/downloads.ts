import { randomBytes } from 'node:crypto';
import type { PbxClock } from './clock/index.ts';

/** How long a file can be fetched (Yeastar: download-ai-call-transcription-data page): 30 minutes. */
const lifeMilliseconds = 30 * 60 * 1_000;

/** Files of rows, each to be fetched for a while under a path nobody can guess. */
type Downloads = {
  /** Keeps rows as a file and says what it is called and where it lies. */
  offer: (rows: object[]) => { file: string; download_resource_url: string };
  /** The rows under a path; null when there are none, or none any more. */
  find: (path: string) => object[] | null;
  clear: () => void;
};

/** A PBX that offers nothing yet. */
export function createDownloads(clock: PbxClock, now: () => number): Downloads {
  const files = new Map<string, { rows: object[]; ends: number }>();
  const dropOld = () => {
    for (const [path, { ends }] of files) if (ends <= now()) files.delete(path);
  };
  return {
    offer: (rows) => {
      dropOld();
      const file = `PBX-AI_Transcription-X.23.0.70-download-${clock.now()}-${randomBytes(8).toString('hex')}.json`;
      const path = `/api/download/${file}`;
      files.set(path, { rows, ends: now() + lifeMilliseconds });
      return { file, download_resource_url: path };
    },
    find: (path) => {
      dropOld();
      return files.get(path)?.rows ?? null;
    },
    clear: () => files.clear(),
  };
}
