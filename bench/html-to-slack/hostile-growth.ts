import type { Plot } from '../report/figure.ts';
import { boundedSubject } from './bounded.ts';
import { families } from './families.ts';
import { inLanes } from './lanes.ts';
import { growthExponent } from './statistics.ts';
import { own, senders } from './subjects.ts';

type Points = (readonly [kilobytes: number, ms: number])[];

const kilobytes = [1, 2, 4, 8, 16, 32, 64] as const;
const plottedFamily = 'emphasis around entries';
const longEnoughMs = 2_000;

/** How everybody's time grows with misnested HTML; a line ends where its next point would take long. */
export async function plotHostileGrowth(): Promise<Plot> {
  const lines = await inLanes(2, senders, (name) => pointsOf(name, plottedFamily, 50));
  return {
    name: 'html-to-slack-misnested',
    title: 'Time by length of misnested HTML: <ul><b><li><i>x …',
    x: 'kB of HTML',
    y: 'ms',
    isLog: true,
    lines: [...lines].map(([name, points]) => ({ name, points })),
  };
}

/** Our steepest family: by which power our time grows with its length, from 8 kB on. */
export async function steepestFamily(forMs: number): Promise<{ readonly family: string; readonly exponent: number }> {
  const found: { family: string; exponent: number }[] = [];
  for (const family of Object.keys(families))
    found.push({ family, exponent: growthExponent((await pointsOf(own.whole, family, forMs)).slice(3)) });
  return found.reduce((steepest, next) => (next.exponent > steepest.exponent ? next : steepest));
}

async function pointsOf(subject: string, family: string, forMs: number): Promise<Points> {
  using bounded = boundedSubject(subject);
  const points: Points = [];
  for (const size of kilobytes) {
    const attempt = await bounded.attempt({ html: families[family]?.(size * 1_024) ?? '', forMs });
    if (attempt.kind !== 'done') break;
    points.push([size, Math.min(...attempt.durationsMs)]);
    if (Math.min(...attempt.durationsMs) > longEnoughMs) break;
  }
  return points;
}
