import { objectsIn, stringIn } from '../json.ts';
import { messageBlocks } from './blocks/index.ts';
import { byType, list, type Problem } from './rule.ts';
import { everyObjectIn, repeatedIds } from './unique.ts';

const rule = list(byType(messageBlocks), { max: 50 });

/** How much text all blocks of a posted message may hold: undocumented, measured at about this in slackapi/bolt-js issue 2509. */
export const mostBlockText = 13_200;

/** Takes the blocks of a message; gives everything Slack would refuse about them. */
export function problemsInMessage(blocks: unknown): readonly Problem[] {
  return [...rule(blocks, '/blocks'), ...repeatedIds(blocks, '/blocks'), ...tooMuchMarkdown(blocks), ...tables(blocks)];
}

/** Takes blocks; gives how many characters of text they hold all together. */
export function blockTextIn(blocks: unknown): number {
  return everyObjectIn(blocks).reduce((sum, each) => sum + (stringIn(each, 'text')?.length ?? 0), 0);
}

function tooMuchMarkdown(blocks: unknown): readonly Problem[] {
  const markdown = objectsIn(blocks).filter(({ type }) => type === 'markdown');
  const tooMuch = blockTextIn(markdown) > 12_000;
  return tooMuch
    ? [{ message: 'markdown blocks must be less than 12001 characters in total', pointer: '/blocks' }]
    : [];
}

function tables(blocks: unknown): readonly Problem[] {
  const count = objectsIn(blocks).filter(({ type }) => type === 'table').length;
  return count > 1 ? [{ message: 'only one table allowed', pointer: '/blocks' }] : [];
}
