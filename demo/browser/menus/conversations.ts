import { whyNotListed } from '../../../simulators/slack/conversation-menu.ts';
import { conversationName } from '../screen/conversation-name.ts';
import { type MenuKind, matches } from './menu-kind.ts';

/** The conversations that Slack lists by itself. */
export const conversations: MenuKind = ({ stage: { slack }, role: { person }, element, typed }) => ({
  entries: slack
    .channelsOf(person)
    .filter((channel) => whyNotListed(channel, person, element) === undefined)
    .map((channel) => ({ value: channel.id, label: conversationName(person, channel) }))
    .filter(({ label }) => matches(label, typed)),
});
