import type { Plot } from '../report/figure.ts';
import { type BoundedSubject, boundedSubject } from './bounded.ts';
import { families } from './families.ts';
import { inLanes } from './lanes.ts';
import { senders } from './subjects.ts';

type Points = (readonly [kilobytes: number, ms: number])[];

const plottedFamily = 'emphasis around entries';
const plottedSizes = [1, 2, 4, 8, 16, 32, 64] as const;
const longestPlottedMs = 3_000;

/** How everybody's time grows with misnested HTML; a line ends where its next point would take long. */
export async function plotHostileGrowth(): Promise<Plot> {
  const lines = await inLanes(2, senders, async (name) => {
    using subject = boundedSubject(name, longestPlottedMs);
    return await pointsOf(subject, plottedFamily, plottedSizes, 50);
  });
  return {
    name: 'html-to-slack-misnested',
    title: 'Time by length of misnested HTML: <ul><b><li><i>x …',
    x: 'kB of HTML; a line ends before a conversion that fails or takes more than 3 s',
    y: 'ms',
    isLog: true,
    lines: [...lines].map(([name, points]) => ({ name, points })),
  };
}

async function pointsOf(
  subject: BoundedSubject,
  family: string,
  sizes: readonly number[],
  forMs: number,
): Promise<Points> {
  const points: Points = [];
  for (const size of sizes) {
    const attempt = await subject.attempt({ html: families[family]?.(size * 1_024) ?? '', forMs });
    if (attempt.kind !== 'done') break;
    points.push([size, Math.min(...attempt.durationsMs)]);
  }
  return points;
}
