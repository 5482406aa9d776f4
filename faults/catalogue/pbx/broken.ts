import assert from 'node:assert/strict';
import type { Fault as PbxFault } from '../../../simulators/pbx/index.ts';
import type { Fault } from '../../fault.ts';
import { asksAndReads, readsSummary } from '../../person.ts';

const question = 'cdr/getaisummary';

/** One broken answer, and how often the app asks altogether when all its answers are like this. */
const broken = (id: string, says: string, fault: PbxFault, words: RegExp, asked: number): Fault => ({
  id,
  says,
  expected: `asked ${asked} times at most; one such answer alone goes unnoticed`,
  async inject(scene) {
    const { pbx } = scene;
    const signIns = pbx.count('get_token') + pbx.count('refresh_token');
    pbx.script(question, fault, 10);
    const before = pbx.count(question);
    const { reads } = await asksAndReads(scene, words);
    assert.equal(pbx.count(question) - before, asked);
    pbx.clearScript();
    pbx.script(question, fault, asked - 1);
    await readsSummary(scene);
    assert.equal(pbx.count('get_token') + pbx.count('refresh_token') - signIns, 0, 'not taken for a matter of tokens');
    return { reads, also: `asked ${asked} times, then never until somebody asks again` };
  },
});

const resets = (['before-headers', 'mid-headers', 'mid-body'] as const).map((at, index) =>
  broken(
    `P4${'abc'[index]}`,
    `the connection breaks ${at.replace('-', ' ').replace('mid', 'amid the')}`,
    { kind: 'reset', at },
    /can’t be reached/,
    2,
  ),
);

const statuses = [500, 502, 503].map((status, index) =>
  broken(
    `P6${'abc'[index]}`,
    `the PBX answers ${status} with a page of HTML`,
    { kind: 'http-status', status },
    /not look as expected/,
    3,
  ),
);

/** The PBX breaks off, or breaks down. */
export const breakages: readonly Fault[] = [...resets, ...statuses];
