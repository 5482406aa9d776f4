import assert from 'node:assert/strict';
import { ask } from '../transports/raw-http.ts';
import { type Family, keyOf, parsePrometheusText } from './prometheus-text.ts';

/** What Prometheus has read once. */
export interface Reading {
  readonly text: string;
  readonly families: ReadonlyMap<string, Family>;
  /** The value of one series, by its name and all its labels. */
  value(name: string, labels?: Readonly<Record<string, string>>): number;
  /** The series of a measurement that are not 0, as `ok 2`: the words of its labels, and the value. */
  seen(name: string): readonly string[];
}

/** Reads `/metrics` as Prometheus on this machine does. */
export async function scrape(port: number): Promise<Reading> {
  const { status, headers, text } = await ask(port, {
    path: '/metrics',
    headers: {
      accept: 'text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
      'user-agent': 'Prometheus/3.0.0',
      'x-prometheus-scrape-timeout-seconds': '10',
    },
  });
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  const families = parsePrometheusText(text);
  const samplesOf = (name: string) =>
    (families.get(name) ?? families.get(name.replace(/_(count|sum|bucket)$/, '')))?.samples ?? [];
  return {
    text,
    families,
    value(name, labels = {}) {
      const wanted = keyOf(labels);
      const found = samplesOf(name).find((one) => one.name === name && keyOf(one.labels) === wanted);
      return found?.value ?? assert.fail(`${name} ${wanted} is missing`);
    },
    seen: (name) =>
      samplesOf(name)
        .filter((one) => one.name === name && one.value !== 0)
        .map(({ labels, value }) => [...Object.values(labels), value].join(' '))
        .sort(),
  };
}

/** Reads until so many requests have ended, for five seconds at most: a person has the answer a moment before. */
export async function scrapeAfter(port: number, ended: number): Promise<Reading> {
  const startedAt = performance.now();
  for (;;) {
    const reading = await scrape(port);
    const answers = reading.families.get('callsummary_answers_total')?.samples ?? [];
    const count = answers.reduce((sum, { value }) => sum + value, 0);
    if (count >= ended) return reading;
    assert.ok(performance.now() - startedAt < 5_000, `${count} of ${ended} requests have ended`);
  }
}
