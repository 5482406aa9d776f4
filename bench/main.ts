// Measures callsummary: all parts of the bench, or those named. `--quick` tries them out and writes nothing.
import { parseArgs } from 'node:util';
import { installPackages, measuredPackages } from './packages.ts';
import type { Part } from './report/figure.ts';
import { thisMachine } from './report/machine.ts';
import { keepRun, type Run } from './report/results.ts';
import { terminalReport } from './report/terminal.ts';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});

installPackages();
const { parts } = await import('./parts.ts');
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". There are:`);
  for (const { name, says } of parts) console.error(`  ${name}: ${says}`);
  process.exit(2);
}

for (const part of parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const run = await runOf(part);
  console.log(terminalReport(run));
  if (!values.quick) keepRun(run, parts);
}
console.log(values.quick ? 'A quick run: nothing was written.' : 'Written: bench/RESULTS.md, results.json and plots/.');

async function runOf(part: Part): Promise<Run> {
  console.log(`\n${part.name}: ${part.says}`);
  const { tables, goals, plots } = await part.run({ quick: values.quick });
  return {
    part: part.name,
    says: part.says,
    date: new Date().toISOString().slice(0, 10),
    machine: thisMachine(),
    packages: measuredPackages(),
    tables,
    goals,
    plots,
  };
}
