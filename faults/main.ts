import '../scripts/compile-cache.js';
import { chosen } from './arguments.ts';
import { later } from './catalogue/later.ts';
import { asMarkdown } from './markdown.ts';
import { run } from './run.ts';
import { drawLater, drawRow, drawSum } from './table.ts';

const wish = chosen(process.argv.slice(2));
if (wish.kind === 'not_understood') {
  console.error(wish.problem);
  process.exit(64);
}
// What a failed row was still waiting for fails as well, later; its row says already that it has failed.
process.on('unhandledRejection', () => {});

const startedAt = performance.now();
const rows = await run(wish.faults, (row) => {
  if (wish.form === 'table') console.log(drawRow(row));
  else if (row.outcome === 'failed') console.error(drawRow(row));
});
const ms = performance.now() - startedAt;
if (wish.form === 'json') console.log(JSON.stringify({ rows, later }, null, 2));
else if (wish.form === 'markdown') console.log(asMarkdown(rows, later));
else console.log([...later.map(drawLater), '', drawSum(rows, ms)].join('\n'));
// Not left to itself: what a failed row was waiting for may keep the process for long.
process.exit(rows.some(({ outcome }) => outcome === 'failed') ? 1 : 0);
