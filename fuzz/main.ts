// Fuzzing: inputs nobody would think of, and judges that share nothing with the app. What fails is kept in fuzz/fixtures.
import { writeFileSync } from 'node:fs';
import { usage, type Wish, wishOf } from './arguments.ts';
import { campaign } from './campaign.ts';
import { type Failure, type FuzzResult, markdownOf } from './result.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const wish = understood(words);
  if (wish === null) return 64;
  console.error(`seed ${wish.seed}: ${wish.runs} inputs for ${wish.only.join(', ')}`);
  const result = await campaign(wish, tellOf);
  show(wish, result);
  return result.failures.length === 0 ? 0 : 1;
}

function understood(words: readonly string[]): Wish | null {
  try {
    return wishOf(words);
  } catch (thrown) {
    console.error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${usage}`);
    return null;
  }
}

function tellOf({ target, seed, path, found, input }: Failure, fixture: string | null): void {
  const lines = [
    `FAILED ${target}: ${found}`,
    `  again: npm run fuzz -- --only ${target} --seed ${seed}${path === '' ? '' : ` (fast-check's path ${path})`}`,
    ...(input === null || input === '' ? [] : [`  input: ${JSON.stringify(input).slice(0, 2_000)}`]),
    ...(fixture === null ? [] : [`  kept as ${fixture}`]),
  ];
  console.error(lines.join('\n'));
}

function show({ json, isMarkdown }: Wish, result: FuzzResult): void {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (json === '-') process.stdout.write(text);
  else if (json !== null) writeFileSync(json, text);
  if (isMarkdown) console.log(markdownOf(result));
  else if (json !== '-') console.error(markdownOf(result));
}
