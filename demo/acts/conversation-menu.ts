import { listed, plainly } from './labels.ts';
import type { MenuKind, OpenMenu } from './menu.ts';

/** The menu of conversations, which Slack fills by itself. */
export const conversationMenu: MenuKind = {
  entries: async (menu) => channelsFor(menu).map(({ name }) => `#${name}`),
  async find(menu, words) {
    const channels = channelsFor(menu);
    const wanted = plainly(words).replace(/^#/, '');
    const channel =
      channels.find(({ name }) => name === wanted) ?? channels.find(({ name }) => name.startsWith(wanted));
    if (channel !== undefined) return channel.id;
    throw new Error(`There is no channel “${words}”, only ${listed(await conversationMenu.entries(menu))}.`);
  },
};

const channelsFor = ({ stage: { slack } }: OpenMenu) =>
  Object.values(slack.channels).filter(({ kind }) => kind === 'public' || kind === 'private');
