import assert from 'node:assert/strict';
import type { Fault } from '../../fault.ts';
import { readsSummary } from '../../person.ts';

const hourMs = 3_600_000;

/** The PBX says odd things about time; the app goes by what it can see itself. */
const odd = (id: string, says: string, pbx: NonNullable<NonNullable<Fault['setting']>['pbx']>): Fault => ({
  id,
  says,
  expected: 'the summary each time, two token requests at most',
  setting: { pbx },
  async inject(scene) {
    for (let asked = 0; asked < 10; asked += 1) await readsSummary(scene);
    const tokens = scene.pbx.count('get_token') + scene.pbx.count('refresh_token');
    assert.ok(tokens <= 2, `${tokens} token requests`);
    return { reads: 'the summary', also: `10 times, ${tokens} token requests` };
  },
});

/** Clocks that disagree, and expiry times that are none. */
export const clocks: readonly Fault[] = [
  odd('P20a', 'the clock of the PBX is an hour ahead', { now: () => Date.now() + hourMs }),
  odd('P20b', 'the clock of the PBX is an hour behind', { now: () => Date.now() - hourMs }),
  odd('P20c', 'tokens are said to end at once (0)', { announcedExpireTime: 0 }),
  odd('P20d', 'tokens are said to have ended (-1)', { announcedExpireTime: -1 }),
  odd('P20e', 'tokens are said to live for 30,000 years', { announcedExpireTime: 1e12 }),
  odd('P20f', 'nothing is said about when tokens end', { announcedExpireTime: 'absent' }),
];
