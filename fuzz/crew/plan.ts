import type { Target } from '../target.ts';
import type { Order } from './orders.ts';

/** Shares so many runs among the targets by their weight, and cuts each share into orders. Equal seeds, equal orders. */
export function ordersFor(targets: readonly Target[], runs: number, seed: number): Order[] {
  const whole = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets.flatMap(({ name, weight, runsAtOnce }) => {
    const share = Math.ceil((runs * weight) / whole);
    return Array.from({ length: Math.ceil(share / runsAtOnce) }, (_, index) => ({
      target: name,
      runs: Math.min(runsAtOnce, share - index * runsAtOnce),
      seed: seedOf(seed, index),
    }));
  });
}

// The first order has the very seed, so that a failure's own seed leads there with any number of runs.
const seedOf = (seed: number, index: number) => (seed + Math.imul(index, 0x9e3779b1)) | 0;

/** Slow ones first: the last orders to end are then short ones. */
export const inTurns = (orders: readonly Order[]): readonly Order[] => {
  const turn = new Map<string, number>();
  const key = orders.map(({ target }) => turn.set(target, (turn.get(target) ?? -1) + 1).get(target) ?? 0);
  return orders
    .map((order, index) => ({
      order,
      turn: (key[index] ?? 0) / orders.filter((one) => one.target === order.target).length,
    }))
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ order }) => order);
};
