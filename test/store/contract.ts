import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { AuditEntry } from '../../src/store/audit-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { account, bounded, entryOf, readAll, tokenOf } from './support.ts';

type MakeStore = (t: TestContext) => Store;

/** What every store has to do, whatever it keeps its data in. */
export function testStore(name: string, makeStore: MakeStore): void {
  const stores: TestOfStores = (sentence, check) => {
    test(`${name}: ${sentence}`, bounded, (t) => check(makeStore(t)));
  };
  testAuditLog(stores);
  testRetention(stores);
  testTokenVault(stores);
  testTokenTurns(stores);
  testSignInRecord(stores);
  stores('a closed store says so', async (store) => {
    await store.open();
    await store.close();
    await store.close();
    const isClosed = (thrown: unknown) => thrown instanceof StoreError && thrown.fault === 'closed';
    await assert.rejects(store.audit.record(entryOf()), isClosed);
    await assert.rejects(store.tokensOf(account).load(), isClosed);
    await assert.rejects(store.signInsOf(account).begin(2), isClosed);
    await assert.rejects(store.open(), isClosed);
  });
}

type TestOfStores = (sentence: string, check: (store: Store) => Promise<void>) => void;

const day = (date: number, hour = 12) => new Date(Date.UTC(2026, 4, date, hour));

async function recordDays(store: Store, days: readonly number[]): Promise<void> {
  for (const date of days) await store.audit.record(entryOf({ at: day(date), referenceId: `day-${date}` }));
}

function testAuditLog(stores: TestOfStores): void {
  stores('an entry comes back as it was recorded', async ({ audit }) => {
    const entries: readonly AuditEntry[] = [
      entryOf({ act: 'asked' }),
      entryOf(),
      entryOf({ act: 'shared', target: { channelId: 'C012ABC', threadTs: '1779489122.479419' }, outcome: 'done' }),
      entryOf({ act: 'shared', target: { channelId: 'C012ABC', threadTs: null }, outcome: 'unconfirmed' }),
      entryOf({ act: 'refused', teamId: null, cdrId: null, extensionNumber: null, rule: null, rulesVersion: null }),
    ];
    for (const entry of entries) await audit.record(entry);
    const records = await readAll(audit);
    assert.deepEqual(
      records,
      entries.map((entry, index) => ({ ...entry, number: index + 1, hash: records[index]?.hash })),
    );
  });

  stores('entries are found by time, person and extension', async ({ audit }) => {
    await audit.record(entryOf({ at: day(1), personId: 'U1', extensionNumber: '3201' }));
    await audit.record(entryOf({ at: day(2), personId: 'U2', extensionNumber: '3201' }));
    await audit.record(entryOf({ at: day(3), personId: 'U1', extensionNumber: '3202' }));
    const numbersOf = async (query: Parameters<typeof audit.read>[0]) =>
      (await readAll(audit, query)).map(({ number }) => number);
    assert.deepEqual(await numbersOf({ since: day(2) }), [2, 3]);
    assert.deepEqual(await numbersOf({ since: day(2, 13) }), [3]);
    assert.deepEqual(await numbersOf({ personId: 'U1' }), [1, 3]);
    assert.deepEqual(await numbersOf({ extensionNumber: '3201' }), [1, 2]);
    assert.deepEqual(await numbersOf({ personId: 'U1', extensionNumber: '3201', since: day(1) }), [1]);
    assert.deepEqual(await numbersOf({ personId: 'U3' }), []);
  });

  stores('a long log is read whole, also while it grows', async ({ audit }) => {
    const recordHundred = () => Promise.all(Array.from({ length: 100 }, () => audit.record(entryOf())));
    for (let hundred = 0; hundred < 6; hundred += 1) await recordHundred();
    const numbers: number[] = [];
    for await (const { number } of audit.read()) {
      if (numbers.length === 0) await recordHundred();
      numbers.push(number);
    }
    assert.deepEqual(
      numbers,
      Array.from({ length: 700 }, (_, index) => index + 1),
    );
    assert.equal((await audit.verify()).isIntact, true);
  });

  stores('each entry is chained to the one before it', async ({ audit }) => {
    assert.deepEqual(await audit.verify(), { isIntact: true, entries: 0, head: { number: 0, hash: '0'.repeat(64) } });
    await audit.record(entryOf());
    await audit.record(entryOf());
    const [first, second] = await readAll(audit);
    assert.notEqual(first?.hash, second?.hash, 'equal entries at different places are not equal');
    assert.deepEqual(await audit.verify(), { isIntact: true, entries: 2, head: { number: 2, hash: second?.hash } });
  });

  stores('no field takes anything but one short word', async ({ audit }) => {
    const contents = ['Kristin Hale called', 'leo@example.com', '60%', 'für', 'a\nb', "x'--", '', 'x'.repeat(65)];
    const fields = ['personId', 'teamId', 'cdrId', 'extensionNumber', 'rule', 'rulesVersion', 'surface', 'referenceId'];
    for (const content of contents) {
      for (const field of fields)
        await assert.rejects(audit.record(entryOf({ [field]: content })), `${field}: ${content}`);
      await assert.rejects(audit.record(entryOf({ target: { channelId: content, threadTs: null } })), content);
      await assert.rejects(audit.record(entryOf({ target: { channelId: 'C1', threadTs: content } })), content);
    }
    assert.deepEqual(await readAll(audit), []);
    await audit.record(entryOf());
    assert.equal((await audit.verify()).isIntact, true);
  });
}

function testRetention(stores: TestOfStores): void {
  stores('what is old enough is forgotten, and the rest is still a whole chain', async (store) => {
    await recordDays(store, [1, 2, 3, 4]);
    assert.equal(await store.audit.forgetBefore(day(3)), 2);
    assert.deepEqual(
      (await readAll(store.audit)).map(({ referenceId }) => referenceId),
      ['day-3', 'day-4'],
    );
    await recordDays(store, [5]);
    const check = await store.audit.verify();
    assert.ok(check.isIntact);
    assert.equal(check.entries, 3);
    assert.equal(check.head.number, 5);
    assert.equal(await store.audit.forgetBefore(day(3)), 0);
  });

  stores('a log may be forgotten as a whole and goes on counting', async (store) => {
    assert.equal(await store.audit.forgetBefore(day(9)), 0);
    await recordDays(store, [1, 2]);
    assert.equal(await store.audit.forgetBefore(day(9)), 2);
    assert.equal((await store.audit.verify()).isIntact, true);
    await recordDays(store, [10]);
    const [record] = await readAll(store.audit);
    assert.equal(record?.number, 3);
    assert.equal((await store.audit.verify()).isIntact, true);
  });

  stores('an entry that seems old after the clock was put back stays as long as the one before it', async (store) => {
    await recordDays(store, [1, 5, 2, 6]);
    assert.equal(await store.audit.forgetBefore(day(4)), 1);
    assert.equal(await store.audit.forgetBefore(day(6)), 2);
    assert.equal((await store.audit.verify()).isIntact, true);
  });

  stores('entries forgotten during a check are not missed', async (store) => {
    await recordDays(
      store,
      Array.from({ length: 28 }, (_, index) => index + 1),
    );
    const [check] = await Promise.all([store.audit.verify(), store.audit.forgetBefore(day(20))]);
    assert.equal(check.isIntact, true);
  });
}

function testTokenVault(stores: TestOfStores): void {
  stores('a token comes back as it was saved, until another is saved or it is forgotten', async (store) => {
    const vault = store.tokensOf(account);
    assert.equal(await vault.load(), null);
    await vault.save(tokenOf());
    assert.deepEqual(await vault.load(), tokenOf());
    const next = tokenOf({ accessToken: 'next', refreshToken: null, renewAt: day(14) });
    await vault.save(next);
    assert.deepEqual(await store.tokensOf({ ...account }).load(), next);
    await vault.forget();
    assert.equal(await vault.load(), null);
    await vault.forget();
  });

  stores('a token opens only for the account that saved it', async (store) => {
    await store.tokensOf(account).save(tokenOf());
    assert.equal(await store.tokensOf({ ...account, clientSecret: 'another' }).load(), null);
    assert.equal(await store.tokensOf({ ...account, clientId: 'another' }).load(), null);
    assert.equal(await store.tokensOf({ ...account, pbx: 'another.example.com' }).load(), null);
    assert.deepEqual(await store.tokensOf(account).load(), tokenOf());
  });

  stores('an account whose secret changed may save over what it cannot open', async (store) => {
    await store.tokensOf(account).save(tokenOf());
    const changed = store.tokensOf({ ...account, clientSecret: 'another' });
    await changed.save(tokenOf({ accessToken: 'new' }));
    assert.equal((await changed.load())?.accessToken, 'new');
    assert.equal(await store.tokensOf(account).load(), null);
  });
}

function testTokenTurns(stores: TestOfStores): void {
  const longestMs = 10_000;
  const after = (milliseconds: number) => new Date(day(1).getTime() + milliseconds);

  stores('of many who want the turn at once one gets it, and the next when it is ended', async (store) => {
    const take = () => store.tokensOf(account).takeTurn(day(1), longestMs);
    const turns = await Promise.all(Array.from({ length: 20 }, take));
    const [turn, ...others] = turns.filter((one) => one !== null);
    assert.deepEqual(others, []);
    await turn?.end();
    assert.notEqual(await take(), null);
  });

  stores('a turn that nobody ends is over after its time, and cannot end the next one', async (store) => {
    const vault = store.tokensOf(account);
    const first = await vault.takeTurn(day(1), longestMs);
    assert.equal(await vault.takeTurn(after(longestMs - 1), longestMs), null);
    assert.notEqual(await vault.takeTurn(after(longestMs), longestMs), null);
    await first?.end();
    assert.equal(await vault.takeTurn(after(longestMs + 1), longestMs), null);
  });

  stores('a clock that is put back makes no turn longer', async (store) => {
    const vault = store.tokensOf(account);
    await vault.takeTurn(day(9), longestMs);
    assert.notEqual(await vault.takeTurn(day(1), longestMs), null);
    assert.equal(await vault.takeTurn(after(1), longestMs), null);
  });

  stores('each PBX has a turn of its own, whatever the secret', async (store) => {
    await store.tokensOf(account).takeTurn(day(1), longestMs);
    const another = store.tokensOf({ ...account, pbx: 'another.example.com' });
    assert.notEqual(await another.takeTurn(day(1), longestMs), null);
    const sameAgain = store.tokensOf({ ...account, clientSecret: 'another' });
    assert.equal(await sameAgain.takeTurn(day(1), longestMs), null);
  });
}

function testSignInRecord(stores: TestOfStores): void {
  const blank = { refused: 0, unanswered: 0, rest: null };

  stores('an attempt is counted before it is made, and stays so when it is refused', async (store) => {
    const signIns = store.signInsOf(account);
    assert.deepEqual(await signIns.history(), blank);
    const first = await signIns.begin(2);
    assert.deepEqual(await signIns.history(), { ...blank, unanswered: 1 });
    await first?.refused();
    assert.deepEqual(await signIns.history(), { ...blank, refused: 1 });
    await (await signIns.begin(2))?.refused();
    assert.equal(await signIns.begin(2), null);
    assert.deepEqual(await store.signInsOf({ ...account }).history(), { ...blank, refused: 2 });
  });

  stores('an attempt whose end was never told keeps its place', async (store) => {
    const signIns = store.signInsOf(account);
    await signIns.begin(2);
    await signIns.begin(2);
    assert.equal(await signIns.begin(2), null);
    assert.deepEqual(await signIns.history(), { ...blank, unanswered: 2 });
  });

  stores('of several attempts that run, each ends for itself', async (store) => {
    const signIns = store.signInsOf(account);
    const [one, other] = [await signIns.begin(9), await signIns.begin(9), await signIns.begin(9)];
    await one?.refused();
    assert.deepEqual(await signIns.history(), { ...blank, refused: 1, unanswered: 2 });
    await other?.withdraw();
    assert.deepEqual(await signIns.history(), { ...blank, refused: 1, unanswered: 1 });
  });

  stores('an attempt that said nothing about the secret is no longer counted', async (store) => {
    const signIns = store.signInsOf(account);
    for (let time = 0; time < 5; time += 1) await (await signIns.begin(2))?.withdraw();
    assert.deepEqual(await signIns.history(), blank);
    assert.notEqual(await signIns.begin(1), null);
  });

  stores('a success strikes out what stood against the secret', async (store) => {
    const signIns = store.signInsOf(account);
    await (await signIns.begin(2))?.refused();
    const second = await signIns.begin(2);
    await signIns.restUntil({ until: day(1), reason: 'pbx_sign_in_refused' });
    await second?.succeeded();
    assert.deepEqual(await signIns.history(), blank);
  });

  stores('a refusal counts even if a success was recorded meanwhile', async (store) => {
    const signIns = store.signInsOf(account);
    const [one, other] = [await signIns.begin(2), await signIns.begin(2)];
    await one?.succeeded();
    await other?.refused();
    assert.deepEqual(await signIns.history(), { ...blank, refused: 1 });
  });

  stores('another secret, client or PBX begins with a clean sheet', async (store) => {
    const signIns = store.signInsOf(account);
    await (await signIns.begin(1))?.refused();
    const others = [{ clientSecret: 'another' }, { clientId: 'another' }, { pbx: 'another.example.com' }];
    for (const difference of others)
      assert.deepEqual(await store.signInsOf({ ...account, ...difference }).history(), blank);
    assert.equal(await signIns.begin(1), null);
  });

  stores('of many that come at once, as many as may are let through', async (store) => {
    const signIns = store.signInsOf(account);
    const attempts = await Promise.all(Array.from({ length: 50 }, () => signIns.begin(2)));
    assert.equal(attempts.filter((attempt) => attempt !== null).length, 2);
  });

  stores('a rest is remembered, replaced and struck out', async (store) => {
    const signIns = store.signInsOf(account);
    await signIns.restUntil({ until: day(1), reason: 'pbx_address_blocked' });
    assert.deepEqual(await signIns.history(), { ...blank, rest: { until: day(1), reason: 'pbx_address_blocked' } });
    await (await signIns.begin(2))?.refused();
    await signIns.restUntil({ until: day(2), reason: 'pbx_tokens_used_up' });
    assert.deepEqual(await signIns.history(), {
      ...blank,
      refused: 1,
      rest: { until: day(2), reason: 'pbx_tokens_used_up' },
    });
    await signIns.clear();
    assert.deepEqual(await signIns.history(), blank);
  });
}
