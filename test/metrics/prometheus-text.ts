import assert from 'node:assert/strict';

/** One line of the text format: a series and its value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A measurement with all its series, as prometheus.io writes it down: exposition formats, text format. */
export interface Family {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const help = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/;
const type = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/;
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^{}]*)\})? (\S+)$/;
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"/;
const labelList = new RegExp(`^(?:${label.source}(?:,(?!$)|$))+$`);
const number = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\+Inf|-Inf|NaN)$/i;

/** The same for the same labels, in whatever order they stand. */
export const keyOf = (labels: Sample['labels']): string =>
  JSON.stringify(Object.entries(labels).toSorted(([one], [other]) => one.localeCompare(other)));

/** Reads the text as strictly as it can be read; whatever is not as it should be fails the test. */
export function parsePrometheusText(text: string): ReadonlyMap<string, Family> {
  assert.ok(text.endsWith('\n'), 'the last line ends');
  const families = new Map<string, Family>();
  for (const part of text.trimEnd().split('\n\n')) {
    const family = familyOf(part.split('\n'));
    assert.ok(!families.has(family.name), `${family.name} stands once`);
    families.set(family.name, family);
  }
  return families;
}

function familyOf([helpLine = '', typeLine = '', ...lines]: readonly string[]): Family {
  const [, name = '', words = ''] = help.exec(helpLine) ?? assert.fail(helpLine);
  const [, typed, kind = ''] = type.exec(typeLine) ?? assert.fail(typeLine);
  assert.equal(typed, name);
  const samples = lines.map(sampleOf);
  const series = samples.map((one) => `${one.name} ${keyOf(one.labels)}`);
  assert.equal(new Set(series).size, series.length, `${name} has each series once`);
  if (kind === 'histogram') isHistogram(name, samples);
  else for (const one of samples) assert.equal(one.name, name);
  if (kind === 'counter') for (const { value } of samples) assert.ok(value >= 0 && name.endsWith('_total'), name);
  return { name, type: kind, help: words, samples };
}

function sampleOf(line: string): Sample {
  const [, name = '', list, value = ''] = sample.exec(line) ?? assert.fail(line);
  assert.ok(list === undefined || labelList.test(list), line);
  assert.match(value, number, line);
  const labels = Array.from((list ?? '').matchAll(new RegExp(label, 'g')), ([, key = '', word = '']) => [key, word]);
  assert.equal(new Set(labels.map(([key]) => key)).size, labels.length, line);
  return { name, labels: Object.fromEntries(labels), value: Number(value.replace('Inf', 'Infinity')) };
}

/** Buckets only grow, the last one is +Inf and the count, and there is a sum. */
function isHistogram(name: string, samples: readonly Sample[]): void {
  const ofSeries = Map.groupBy(samples, ({ labels }) => keyOf({ ...labels, le: '' }));
  for (const series of ofSeries.values()) {
    const buckets = series.filter((one) => one.name === `${name}_bucket`);
    const [sum, ...sums] = series.filter((one) => one.name === `${name}_sum`);
    const [count, ...counts] = series.filter((one) => one.name === `${name}_count`);
    assert.ok(sum !== undefined && count !== undefined && sums.length + counts.length === 0, name);
    assert.equal(buckets.length + 2, series.length, name);
    assert.deepEqual(
      buckets.map(({ value }) => value),
      buckets.map(({ value }) => value).toSorted((one, other) => one - other),
    );
    assert.equal(buckets.at(-1)?.labels.le, '+Inf');
    assert.equal(buckets.at(-1)?.value, count.value);
  }
}
