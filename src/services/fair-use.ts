import { CallSummaryError, type ErrorDetails } from '../errors.ts';
import type { Clock } from './clock.ts';
import { fullShare, giveBack, type Share, take, waitFor } from './fair-share.ts';
import { createRepeatedQuestions } from './repeated-questions.ts';

/** How much may be asked for. What is not used up within a while is there at once in the next, but never more than that. */
export interface FairShares {
  readonly personPerMinute: number;
  readonly personPerDay: number;
  readonly everybodyPerMinute: number;
  /** Answers one person may be waiting for at the same time; 5 unless said otherwise. */
  readonly personAtOnce?: number;
}

/**
 * Takes one from everybody's share. Called once it is decided that the person may ask, so that people who may ask nothing
 * use up nothing of it.
 * @throws {CallSummaryError} `too_many_requests` with how long to wait; then the person's own share is given back
 */
export type TakeShareOfAll = () => void;

/** Keeps one person, or everybody together, from asking for more than their share. */
export interface FairUse {
  /**
   * Takes one from the person's share and does the work, or refuses at once; nobody is queued. What is refused for want of
   * a share counts for nothing, and so do the next few times that a person asks the same `question` within two minutes
   * of its answer.
   * @throws {CallSummaryError} `too_many_requests` with how long to wait; else what the work throws
   */
  admit<Value>(
    personId: string,
    work: (takeShareOfAll: TakeShareOfAll) => Promise<Value>,
    question?: string,
  ): Promise<Value>;
}

type WhoseShare = ErrorDetails['too_many_requests']['whose'];

interface Customer {
  readonly shares: readonly [minute: Share, day: Share];
  running: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const atOnceRetryMs = 1_000;
const mostPeople = 10_000;

export function createFairUse(shares: FairShares, clock: Clock): FairUse {
  const { personPerMinute, personPerDay, everybodyPerMinute, personAtOnce = 5 } = shares;
  const everybody = [fullShare(everybodyPerMinute, minuteMs)];
  const people = new Map<string, Customer>();
  const repeated = createRepeatedQuestions(clock);
  const customerOf = (personId: string): Customer => {
    const fresh: Customer['shares'] = [fullShare(personPerMinute, minuteMs), fullShare(personPerDay, dayMs)];
    const customer = people.get(personId) ?? { shares: fresh, running: 0 };
    people.delete(personId); // so that the order of the map is the order of the last questions
    forgetIdle(people, clock.elapsedMs());
    people.set(personId, customer);
    return customer;
  };
  const pay = (customer: Customer): TakeShareOfAll => {
    takeTogether(customer.shares, 'person', clock.elapsedMs());
    return () => {
      try {
        takeTogether(everybody, 'everybody', clock.elapsedMs());
      } catch (thrown) {
        customer.shares.forEach(giveBack);
        throw thrown;
      }
    };
  };
  return {
    async admit(personId, work, question) {
      const customer = customerOf(personId);
      if (customer.running >= personAtOnce) throw tooMany('person_at_once', atOnceRetryMs);
      const isRepeat = question !== undefined && repeated.mayRepeat(personId, question);
      const takeShareOfAll = isRepeat ? () => {} : pay(customer);
      const value = await counted(customer, () => work(takeShareOfAll));
      if (question !== undefined) repeated.answered(personId, question, isRepeat);
      return value;
    },
  };
}

/** Takes one from each of some shares, or from none. */
function takeTogether(shares: readonly Share[], whose: WhoseShare, now: number): void {
  const wait = Math.max(...shares.map((share) => waitFor(share, now)));
  if (wait > 0) throw tooMany(whose, wait);
  for (const share of shares) take(share, now);
}

async function counted<Value>(customer: Customer, work: () => Promise<Value>): Promise<Value> {
  customer.running += 1;
  try {
    return await work();
  } finally {
    customer.running -= 1;
  }
}

/** Forgets people whose shares are full again, and, where there are too many, those who asked longest ago. */
function forgetIdle(people: Map<string, Customer>, now: number): void {
  for (const [personId, { shares, running }] of people) {
    const isFull = shares.every(({ paidUntil }) => paidUntil <= now);
    if (running === 0 && (isFull || people.size >= mostPeople)) people.delete(personId);
    else if (people.size < mostPeople) return;
  }
}

const tooMany = (whose: WhoseShare, retryAfterMs: number) =>
  new CallSummaryError('too_many_requests', { whose, retryAfterMs });
