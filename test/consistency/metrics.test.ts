import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { pbxEndpoints } from '../../src/services/yeastar/endpoints.ts';
import { pbxOutcomes } from '../../src/services/yeastar/pbx-outcome.ts';
import { type Family, parsePrometheusText } from '../metrics/prometheus-text.ts';

const page = readFileSync('docs/metrics.md', 'utf8');

async function families(): Promise<readonly Family[]> {
  const metrics = createMetrics(() => true);
  metrics.watchPbxLoad(() => ({ inFlight: 0, waiting: 0 }));
  return [...parsePrometheusText((await metrics.exposition()).text).values()];
}

/** The series that a measurement is asked by, in a query. */
const seriesOf = ({ name, type }: Family) =>
  type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

test('docs/metrics.md has a line for every measurement of ours', async () => {
  const ours = (await families()).filter(({ name }) => name.startsWith('callsummary_'));
  for (const { name } of ours) assert.match(page, new RegExp(`^\\| \`${name}\` \\|`, 'm'));
});

test('docs/metrics.md names no measurement that does not exist, in its alerts neither', async () => {
  const known = new Set((await families()).flatMap(seriesOf));
  const named = page.match(/\b(?:callsummary|nodejs|process)_[a-z0-9_]+/g) ?? [];
  for (const name of named) assert.ok(known.has(name), name);
});

test('docs/metrics.md asks for no word of a label that is never there', async () => {
  const words = (await families()).flatMap(({ samples }) => samples.flatMap(({ labels }) => Object.values(labels)));
  const known = new Set([...words, 'callsummary']);
  const asked = Array.from(page.matchAll(/[a-z]+=~?"([^"]+)"/g), ([, value = '']) => value.split('|')).flat();
  assert.ok(asked.length > 10);
  for (const word of asked) assert.ok(known.has(word), word);
});

test('the alerts are rules that Prometheus can read, and each says what to do', () => {
  const [, rules = ''] = /```yaml\n(groups:[\s\S]+?)```/.exec(page) ?? [];
  const { groups } = parse(rules);
  assert.ok(groups[0].rules.length > 10);
  for (const { alert, expr, annotations } of groups[0].rules) {
    assert.match(alert, /^Callsummary[A-Z]/);
    assert.match(expr, /(?:callsummary_|^up\{).+ (?:>|==) \d+$/, alert);
    assert.equal(
      [...expr].filter((one) => '([{'.includes(one)).length,
      [...expr].filter((one) => ')]}'.includes(one)).length,
    );
    assert.ok(annotations.do.length > 20, alert);
  }
});

test('docs/metrics.md has every outcome and every endpoint of the PBX', () => {
  for (const word of [...Object.keys(pbxOutcomes), ...pbxEndpoints]) assert.ok(page.includes(`\`${word}\``), word);
});
