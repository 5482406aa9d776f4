import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The labels of a measurement, each with every word it may have: nothing anybody typed or is called can become one. */
type LabelWords = Readonly<Record<string, readonly string[]>>;
type Labels<Words extends LabelWords> = { readonly [Name in keyof Words]: Words[Name][number] };

/** What a measurement is called, and what it tells whoever reads it. */
interface Description {
  readonly name: string;
  readonly help: string;
}

/** What Prometheus reads. */
export interface Exposition {
  readonly contentType: string;
  readonly text: string;
}

/** Makes measurements. All of them stand in one text, from the start and with 0: only so is a first increase seen. */
export interface Instruments {
  /** Gives what adds one. */
  counter<const Words extends LabelWords>(is: Description, words: Words): (labels: Labels<Words>) => void;
  /** Gives what takes a duration in milliseconds. `upTo` are the buckets, in seconds. */
  durations<const Words extends LabelWords>(
    is: Description,
    upTo: readonly number[],
    words: Words,
  ): (labels: Labels<Words>, ms: number) => void;
  /** A number that is looked up when somebody reads. */
  gauge(is: Description, read: () => number): void;
  /** What Node tells about the process: processor, memory, event loop, garbage collection. */
  process(): void;
  exposition(): Promise<Exposition>;
}

/** The one place that knows Prometheus. Each app has a register of its own. */
export function createInstruments(): Instruments {
  const registry = new Registry();
  const registers = [registry];
  return {
    counter(is, words) {
      const counter = new Counter({ ...is, labelNames: Object.keys(words), registers });
      for (const labels of combinationsOf(words)) counter.inc(labels, 0);
      return (labels) => counter.inc({ ...labels });
    },
    durations(is, upTo, words) {
      const histogram = new Histogram({ ...is, buckets: [...upTo], labelNames: Object.keys(words), registers });
      for (const labels of combinationsOf(words)) histogram.zero(labels);
      return (labels, ms) => histogram.observe({ ...labels }, ms / 1000);
    },
    gauge(is, read) {
      const gauge: Gauge = new Gauge({ ...is, registers, collect: () => gauge.set(read()) });
    },
    process: () => collectDefaultMetrics({ register: registry }),
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function combinationsOf(words: LabelWords): readonly Readonly<Record<string, string>>[] {
  let found: readonly Readonly<Record<string, string>>[] = [{}];
  for (const [name, all] of Object.entries(words))
    found = found.flatMap((labels) => all.map((word) => ({ ...labels, [name]: word })));
  return found;
}
