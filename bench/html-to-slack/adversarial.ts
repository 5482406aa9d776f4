import type { Figure, Table } from '../report/figure.ts';
import { type Attempt, boundedSubject, patienceMs } from './bounded.ts';
import { comparedFamilies, families, hostileLength } from './families.ts';
import { inLanes } from './lanes.ts';
import { own, senders } from './subjects.ts';

/** What the families cost us and the others. */
export interface Adversarial {
  readonly tables: readonly Omit<Table, 'command'>[];
  /** Our slowest family, by the time it keeps the thread at work. */
  readonly slowest: { readonly family: string; readonly workingMs: number };
}

type Attempts = ReadonlyMap<string, Attempt>;

const others = senders.filter((name) => name !== own.whole);
const title = 'HTML made to be slow, 64 kB of each family';
const note =
  'How long a conversion keeps its thread at work, which other programs cannot lengthen: the mean of those that fit ' +
  'into a moment, without the first where there are more.';

/** Ours on every family with nothing beside it; then the others, two at a time, in processes that are ended in time. */
export async function measureAdversarial({ quick }: { readonly quick: boolean }): Promise<Adversarial> {
  const forMs = quick ? 50 : 200;
  const ours = await inLanes(1, [own.whole, own.tree], (name) => attemptsOf(name, Object.keys(families), forMs));
  const theirs = await inLanes(2, quick ? [] : others, (name) => attemptsOf(name, comparedFamilies, 50));
  const compared = [...ours, ...theirs]
    .flatMap(([who, attempts]) => figuresOf(who, attempts))
    .filter(({ what }) => comparedFamilies.includes(what));
  return {
    tables: [
      { title, note, figures: compared },
      { title: `${title}: ours alone`, figures: oursAlone(ours) },
    ],
    slowest: slowestOf(ours.get(own.whole) ?? new Map()),
  };
}

async function attemptsOf(subject: string, names: readonly string[], forMs: number): Promise<Attempts> {
  using bounded = boundedSubject(subject);
  const attempts = new Map<string, Attempt>();
  for (const name of names)
    attempts.set(name, await bounded.attempt({ html: families[name]?.(hostileLength) ?? '', forMs }));
  return attempts;
}

function oursAlone(ours: ReadonlyMap<string, Attempts>): Figure[] {
  const figures = [...ours].flatMap(([who, attempts]) => figuresOf(who, attempts));
  const slowest = [...(ours.get(own.whole) ?? [])].flatMap(([what, attempt]) =>
    attempt.kind === 'done'
      ? { what, who: 'slowest single run, by the clock', value: Math.max(...attempt.durationsMs), unit: 'ms' }
      : [],
  );
  return [...figures, ...slowest];
}

function figuresOf(who: string, attempts: Attempts): Figure[] {
  return [...attempts].map(([what, attempt]) => {
    if (attempt.kind === 'done') return { what, who, value: attempt.workingMs, unit: 'ms' };
    return { what, who, value: attempt.kind === 'stopped' ? stopped : attempt.words, unit: '' };
  });
}

const stopped = `> ${patienceMs / 1_000} s (stopped)`;

function slowestOf(attempts: Attempts): Adversarial['slowest'] {
  const found = [...attempts].map(([family, attempt]) => ({
    family,
    workingMs: attempt.kind === 'done' ? attempt.workingMs : Number.POSITIVE_INFINITY,
  }));
  return found.reduce((slowest, next) => (next.workingMs > slowest.workingMs ? next : slowest));
}
