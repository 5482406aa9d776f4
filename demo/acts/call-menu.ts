import type { OfferedOption, Suggested } from '../../simulators/slack/index.ts';
import { plainly } from './labels.ts';
import type { MenuKind, OpenMenu } from './menu.ts';

/** The menu of recent calls, for whose entries Slack asks the app. */
export const callMenu: MenuKind = {
  async entries(menu) {
    const options = await offered(menu, '');
    return options.map(({ label, description }) => (description === undefined ? label : `${label} (${description})`));
  },
  async find(menu, words) {
    const found = (await offered(menu, words))[0] ?? (await offered(menu, '')).find(isNamed(words));
    if (found !== undefined) return found.value;
    throw new Error(`There is no call “${words}” in the menu.`);
  },
};

const isNamed =
  (words: string) =>
  ({ label }: OfferedOption) =>
    plainly(label).includes(plainly(words));

/** What the menu offers to somebody who has typed this into it. */
async function offered({ stage, role, place, actionId }: OpenMenu, words: string): Promise<readonly OfferedOption[]> {
  let options: readonly OfferedOption[] = [];
  await stage.app.outcomeOf(role.person, async () => {
    const suggested = await stage.slack.typesInto(role.person, place, actionId, words);
    options = optionsIn(suggested);
    return suggested.delivery;
  });
  return options;
}

/** @throws where the app did not answer as Slack wants it, such as when the very same is asked twice within a second */
function optionsIn({ options, failure }: Suggested): readonly OfferedOption[] {
  if (failure === undefined) return options;
  throw new Error('Slack shows an empty menu. Choose once more.');
}
