import { isObject } from '../json.ts';
import { modalBlocks } from './blocks/index.ts';
import { identifier } from './composition.ts';
import { byType, choice, flag, list, object, type Problem, text } from './rule.ts';
import { plainText } from './texts.ts';
import { everyObjectIn, repeatedIds } from './unique.ts';

const rule = byType({
  modal: object(
    {
      type: choice('modal'),
      title: plainText(24),
      submit: plainText(24),
      close: plainText(24),
      blocks: list(byType(modalBlocks), { max: 100 }),
      private_metadata: text({ min: 0, max: 3_000 }),
      callback_id: text({ min: 0, max: 255 }),
      external_id: identifier,
      clear_on_close: flag,
      notify_on_close: flag,
    },
    ['title', 'blocks'],
  ),
});

/** The largest view Slack takes, as JSON, in bytes (docs.slack.dev/reference/methods/views.open). */
export const largestView = 250_000;

/** Takes a view; gives everything Slack would refuse about it as a modal. */
export function problemsInModal(view: unknown): readonly Problem[] {
  const blocks = isObject(view) ? view.blocks : undefined;
  return [...rule(view, '/view'), ...repeatedIds(blocks, '/view/blocks'), ...withoutSubmit(view), ...focus(blocks)];
}

function withoutSubmit(view: unknown): readonly Problem[] {
  if (!isObject(view) || !Array.isArray(view.blocks) || view.submit !== undefined) return [];
  const index = view.blocks.findIndex((block) => isObject(block) && block.type === 'input');
  const message = 'must define `submit` to use an `input` block in modals';
  return index < 0 ? [] : [{ message, pointer: `/view/blocks/${index}/input` }];
}

function focus(blocks: unknown): readonly Problem[] {
  const focused = everyObjectIn(blocks).filter(({ focus_on_load }) => focus_on_load === true);
  const message = '`focus_on_load` can be true for only one element';
  return focused.length > 1 ? [{ message, pointer: '/view/blocks' }] : [];
}
