import { menuOption, optionGroup } from './composition.ts';
import { all, list, object, type Problem, unless } from './rule.ts';

const rule = all(
  unless(
    ({ options, option_groups }) => (options === undefined) === (option_groups === undefined),
    'must define either `options` or `option_groups`',
  ),
  object(
    {
      options: list(menuOption, { min: 0, max: 100 }),
      option_groups: list(optionGroup, { min: 0, max: 100 }),
    },
    [],
  ),
);

/** Takes what an app answered when a menu asked for its options; gives everything Slack would refuse about it. No options at all are fine. */
export function problemsInSuggestions(answer: unknown): readonly Problem[] {
  return rule(answer, '');
}
