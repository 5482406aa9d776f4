import assert from 'node:assert/strict';
import type { Fault as PbxFault } from '../../../simulators/pbx/index.ts';
import { residentBytes } from '../../../test/process/resident-bytes.ts';
import type { Fault } from '../../fault.ts';
import { asksAndReads, readsSummary } from '../../person.ts';

const mebibyte = 1_024 * 1_024;
const mayGrowBy = 48 * mebibyte;

const flood = (id: string, says: string, fault: PbxFault): Fault => ({
  id,
  says,
  expected: 'cut off at 1 MiB (headers at 16 KiB); memory grows by no more than 48 MiB',
  async inject(scene) {
    if (process.platform !== 'linux') return { notHere: 'the memory of another process is read from /proc' };
    await readsSummary(scene);
    const before = residentBytes(scene.app.child.pid);
    scene.pbx.script('cdr/getaisummary', fault, 2);
    const { reads, ms } = await asksAndReads(scene, /not look as expected/);
    const grownBy = residentBytes(scene.app.child.pid) - before;
    assert.ok(grownBy < mayGrowBy, `${Math.round(grownBy / mebibyte)} MiB more`);
    return {
      reads,
      also: `after ${Math.round(ms)} ms, memory ${grownBy > 0 ? '+' : ''}${Math.round(grownBy / mebibyte)} MiB`,
    };
  },
});

/** The PBX answers with more than anybody can take. */
export const floods: readonly Fault[] = [
  flood('P8a', 'an answer of 1 GiB', { kind: 'huge-body', bytes: 1_024 * mebibyte }),
  flood('P8b', 'a gzip bomb of 400 MiB', { kind: 'gzip-bomb', mebibytes: 400 }),
  flood('P8c', 'an answer said to be gzipped a thousand times over', { kind: 'many-encodings', count: 1_000 }),
  flood('P8d', 'headers of 100 KiB', { kind: 'huge-headers', bytes: 100 * 1_024 }),
];
