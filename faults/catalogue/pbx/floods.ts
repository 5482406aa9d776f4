import assert from 'node:assert/strict';
import type { Fault as PbxFault } from '../../../simulators/pbx/index.ts';
import type { Fault } from '../../fault.ts';
import { mebibyte, watchMemory } from '../../memory.ts';
import { asksAndReads, readsSummary } from '../../person.ts';

const mayGrowBy = 96;

/** Too much, and why the app gives it up, as its log says it. */
const flood = (id: string, says: string, fault: PbxFault, why: string): Fault => ({
  id,
  says,
  expected: `given up, and logged as “${why}”; memory grows by no more than ${mayGrowBy} MiB meanwhile`,
  async inject(scene) {
    if (process.platform !== 'linux') return { notHere: 'the memory of another process is read from /proc' };
    const { pbx, app } = scene;
    await readsSummary(scene);
    const saidBefore = app.said().length;
    using memory = watchMemory(scene);
    pbx.script('cdr/getaisummary', fault, 2);
    const { reads, ms } = await asksAndReads(scene, /not look as expected/);
    // The line about a request comes after its answer.
    await app.until(() => app.said().slice(saidBefore).includes(`"fault":"${why}"`) || undefined);
    const grownBy = memory.grownBy();
    assert.ok(grownBy < mayGrowBy, `${grownBy} MiB more`);
    return { reads, also: `after ${Math.round(ms)} ms, memory +${grownBy} MiB at most` };
  },
});

/** The PBX answers with more than anybody can take. */
export const floods: readonly Fault[] = [
  flood('P8a', 'an answer of 1 GiB', { kind: 'huge-body', bytes: 1_024 * mebibyte }, 'answer too large'),
  flood('P8b', 'a gzip bomb of 400 MiB', { kind: 'gzip-bomb', mebibytes: 400 }, 'compressed answer'),
  flood(
    'P8c',
    'an answer said to be gzipped a thousand times over',
    { kind: 'many-encodings', count: 1_000 },
    'compressed answer',
  ),
  flood('P8d', 'headers of 100 KiB', { kind: 'huge-headers', bytes: 100 * 1_024 }, 'UND_ERR_HEADERS_OVERFLOW'),
];
