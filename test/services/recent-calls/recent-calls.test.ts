import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../../src/errors.ts';
import type { Access } from '../../../src/services/access/access.ts';
import type { AllowRule } from '../../../src/services/access/decision.ts';
import type { FairUse } from '../../../src/services/fair-use.ts';
import type { CallWish } from '../../../src/services/recent-calls/offer.ts';
import { minute, second } from '../yeastar/hand-clock.ts';
import { call, callAgo, cut, leg, leo, listed, mara, now, number, switchboard, wish } from './switchboard.ts';

type Rules = Readonly<Record<string, AllowRule>>;
const ruledBy = (rules: Rules) => ({
  mayList:
    async () =>
    ({ extensionNumber }: { extensionNumber: string }) =>
      rules[extensionNumber] ?? null,
});

const between = (...numbers: [string, ...string[]]) => {
  const [likeliest, ...others] = numbers;
  return [number(likeliest), ...others.map(number)] as const;
};

test('a call is offered with the other party, the extension, when and how long', async () => {
  const { recentCalls } = switchboard(() => listed(call()));
  const { calls } = await recentCalls.offered(leo, wish());
  assert.deepEqual(calls, [
    {
      reference: { cdrId: '20260513223234-3EE9E', extensionNumber: '3202' },
      startedAt: new Date('2026-05-13T22:32:34Z'),
      direction: 'inbound',
      withWhom: 'Kristin Hale (+12025550143)',
      extensionNumber: '3202',
      durationSeconds: 754,
    },
  ]);
});

test('nobody is offered a call that no rule gives them, and nothing says that there is one', async () => {
  const secret = callAgo(5, { extensionNumbers: between('9999'), from: 'Secret Caller<5550199>' });
  const { recentCalls } = switchboard(() => listed(secret), ruledBy({ 3202: 'tie' }));
  for (const changes of [
    {},
    { search: 'secret' },
    { extensionNumber: number('9999') },
    { extensionNumber: 'mine' },
  ] as const) {
    const { calls, more, isCut } = await recentCalls.offered(leo, wish(changes));
    assert.deepEqual({ calls, more, isCut }, { calls: [], more: 0, isCut: false });
  }
});

test('of a call between two extensions the likeliest readable side is offered, or the one that was asked for', async () => {
  const inside = call({
    direction: 'internal',
    from: 'Ann<3201>',
    to: 'Leo<3202>',
    extensionNumbers: between('3200', '3202', '3201'),
  });
  const rules = { 3201: 'lead', 3202: 'own_extension' } as const;
  const { recentCalls } = switchboard(() => listed(inside), ruledBy(rules));
  const offered = async (extensionNumber: CallWish['extensionNumber']) => {
    const { calls } = await recentCalls.offered(leo, wish({ extensionNumber }));
    return calls.map(({ reference, withWhom }) => `${reference.extensionNumber} with ${withWhom}`);
  };
  assert.deepEqual(await offered(null), ['3202 with Ann (3201)']);
  assert.deepEqual(await offered(number('3201')), ['3201 with Leo (3202)']);
  assert.deepEqual(await offered(number('3200')), []);
});

test('my calls are those of extensions that are mine, not those I lead or administer', async () => {
  const calls = ['1', '2', '3', '4'].map((digit, index) =>
    callAgo(index, { extensionNumbers: between(`320${digit}`) }),
  );
  const rules = { 3201: 'admin', 3202: 'tie', 3203: 'lead', 3204: 'own_extension' } as const;
  const { recentCalls } = switchboard(() => listed(...calls), ruledBy(rules));
  const mine = await recentCalls.offered(leo, wish({ extensionNumber: 'mine' }));
  assert.deepEqual(
    mine.calls.map(({ extensionNumber }) => extensionNumber),
    ['3202', '3204'],
  );
});

test('each reader is decided about alone, with the leg id, anew for every question', async () => {
  const asked: string[] = [];
  const { recentCalls } = switchboard(() => listed(call()), {
    mayList: async ({ id }, extensionNumber) => {
      asked.push(`${id} ${extensionNumber}`);
      return ({ cdrId }) => (id === leo.id && cdrId === '20260513223234-3EE9E' ? 'tie' : null);
    },
  });
  for (const search of ['', 'k']) {
    assert.equal((await recentCalls.suggested(leo, wish({ search }))).calls.length, 1);
    assert.equal((await recentCalls.suggested(mara, wish({ search }))).calls.length, 0);
  }
  await recentCalls.offered(leo, wish({ extensionNumber: number('3202') }));
  await recentCalls.offered(leo, wish({ extensionNumber: 'mine' }));
  const every = ['U0LEO null', 'U0MARA null', 'U0LEO null', 'U0MARA null', 'U0LEO 3202', 'U0LEO null'];
  assert.deepEqual(asked, every);
});

test('what is offered is recorded, every time; what is suggested for a letter is not', async () => {
  const asked: string[] = [];
  const decideAs = (way: string) => async () => {
    asked.push(way);
    return () => 'admin' as const;
  };
  const access = { assertMayList: decideAs('recorded'), listRights: decideAs('unrecorded') };
  const { recentCalls } = switchboard(() => listed(call()), { access });
  for (const _ of [1, 2]) await recentCalls.offered(leo, wish());
  for (const search of ['k', 'kr']) await recentCalls.suggested(leo, wish({ search }));
  assert.deepEqual(asked, ['recorded', 'recorded', 'unrecorded', 'unrecorded']);
});

test('what is offered counts like a question; of everybody’s share only after it was allowed', async () => {
  const { recentCalls, log } = countedSwitchboard(async () => () => 'admin');
  await recentCalls.offered(leo, wish());
  assert.deepEqual(log, ['share of U0LEO', 'decided', 'share of all']);
  const refused = countedSwitchboard(() => Promise.reject(new Error('no')));
  await assert.rejects(refused.recentCalls.offered(leo, wish()), /no/);
  assert.deepEqual(refused.log, ['share of U0LEO', 'decided']);
});

test('letters touch nobody’s share, but a person has no more than two a second for long', async () => {
  const { recentCalls, log, clock } = countedSwitchboard(async () => () => 'admin');
  const type = () => recentCalls.suggested(leo, wish({ search: 'k' }));
  for (let letter = 0; letter < 120; letter += 1) await type();
  await assert.rejects(type(), { code: 'too_many_requests', details: { whose: 'person', retryAfterMs: 500 } });
  assert.equal((await recentCalls.suggested(mara, wish())).calls.length, 1);
  clock.advance(second / 2);
  await type();
  assert.ok(log.every((entry) => entry === 'decided'));
});

/** Writes down what is taken from whose share, and when access decides. */
function countedSwitchboard(mayList: Access['assertMayList']) {
  const log: string[] = [];
  const fairUse: FairUse = {
    admit(personId, work) {
      log.push(`share of ${personId}`);
      return work(() => void log.push('share of all'));
    },
  };
  const decide: typeof mayList = (reader, extensionNumber) => {
    log.push('decided');
    return mayList(reader, extensionNumber);
  };
  return { log, ...switchboard(() => listed(call()), { fairUse, mayList: decide }) };
}

test('two people with one ID in two workspaces are two people', async () => {
  const { recentCalls } = switchboard(() => listed(call()), {
    mayList:
      async ({ teamId }) =>
      () =>
        teamId === 'T0TEAM' ? 'tie' : null,
  });
  assert.equal((await recentCalls.offered(leo, wish())).calls.length, 1);
  assert.equal((await recentCalls.offered({ ...leo, teamId: 'T0OTHER' }, wish())).calls.length, 0);
});

test('a right that was taken away is gone with the next letter, also while an old list is shown', async () => {
  let rule: AllowRule | null = 'tie';
  let isSlow = false;
  const { recentCalls, clock } = switchboard(() => (isSlow ? new Promise(() => undefined) : listed(call())), {
    mayList: async () => {
      const current = rule;
      return () => current;
    },
  });
  assert.equal((await recentCalls.suggested(leo, wish())).calls.length, 1);
  isSlow = true;
  clock.advance(2 * minute);
  assert.equal((await recentCalls.suggested(leo, wish())).calls.length, 1);
  rule = null;
  assert.deepEqual((await recentCalls.suggested(leo, wish())).calls, []);
});

test('whoever is refused is told so, before the phone system is asked, and decided about anew the next time', async () => {
  const refused = new CallSummaryError('not_allowed', {
    readerId: leo.id,
    reason: 'no_right',
    mayRead: [],
    contact: null,
  });
  let refusals = 0;
  const { recentCalls, asked } = switchboard(() => listed(call()), {
    mayList: async () => {
      refusals += 1;
      throw refused;
    },
  });
  for (const _ of [1, 2]) await assert.rejects(recentCalls.offered(leo, wish()), refused);
  assert.deepEqual([refusals, asked.length], [2, 0]);
});

test('the newest come first, those of unknown time last', async () => {
  const timeless = [
    call({ cdrId: leg('20260101000000-00001'), startedAt: null }),
    call({ startedAt: new Date('no time') }),
  ];
  const [first, second, third] = [callAgo(1), callAgo(2), callAgo(3)];
  const { recentCalls } = switchboard(() => listed(...timeless, third, first, second));
  const { calls } = await recentCalls.offered(leo, wish());
  assert.deepEqual(
    calls.map(({ reference }) => reference.cdrId),
    [first, second, third, ...timeless].map(({ cdrId }) => cdrId),
  );
  assert.deepEqual(
    calls.slice(3).map(({ startedAt }) => startedAt),
    [null, null],
  );
});

test('with a moment the nearest come first, before or after it', async () => {
  const [a, b, c, d] = [callAgo(10), callAgo(60), callAgo(70), callAgo(200)];
  const timeless = call({ cdrId: leg('20260101000000-00001'), startedAt: null });
  const { recentCalls } = switchboard(() => listed(a, b, timeless, c, d));
  const near = new Date(now.getTime() - 66 * minute);
  const { calls } = await recentCalls.offered(leo, wish({ near }));
  assert.deepEqual(
    calls.map(({ reference }) => reference.cdrId),
    [c, b, a, d, timeless].map(({ cdrId }) => cdrId),
  );
});

test('no more calls are given than were asked for, and the others are counted', async () => {
  const { recentCalls } = switchboard(() => listed(callAgo(3), callAgo(1), callAgo(2)));
  const { calls, more } = await recentCalls.offered(leo, wish({ most: 2 }));
  assert.deepEqual([calls.length, more], [2, 1]);
  assert.equal((await recentCalls.offered(leo, wish({ most: 3 }))).more, 0);
});

test('a call that is listed twice is offered once', async () => {
  const { recentCalls } = switchboard(() => cut(call(), call({ extensionNumbers: between('3205') }), callAgo(1)));
  const { calls, isCut } = await recentCalls.offered(leo, wish());
  assert.deepEqual([calls.map(({ extensionNumber }) => extensionNumber), isCut], [['3202', '3202'], true]);
});
