import { setImmediate as nextTurn } from 'node:timers/promises';

const perTurn = 100;

/** Does the same to each of many calls, a hundred at a time, so that whoever else is served by this process goes on. */
export async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (results.length > 0 && results.length % perTurn === 0) await nextTurn();
    results.push(work(item));
  }
  return results;
}
