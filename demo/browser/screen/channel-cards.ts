import type { Channel, Person, SlackSimulator } from '../../../simulators/slack/index.ts';
import type { ChannelCard } from '../contract.ts';
import { conversationName } from './conversation-name.ts';
import { messageCard } from './message-card.ts';

const kinds = { public: 'public', private: 'private', im: 'direct', mpim: 'group' } as const;

/** The conversations a person is in, as Slack lists them at the side: channels first, archived ones last among them. */
export function channelCards(slack: SlackSimulator, person: Person): readonly ChannelCard[] {
  return slack
    .channelsOf(person)
    .filter(({ members }) => members.includes(person.id))
    .map((channel) => channelCard(slack, person, channel))
    .filter(isWorthShowing)
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

function channelCard(slack: SlackSimulator, person: Person, channel: Channel): ChannelCard {
  const hasApp = channel.members.includes(slack.botUser);
  const { id, kind, members, memberCount = members.length, isArchived = false, isExtShared = false } = channel;
  return {
    id,
    name: conversationName(person, channel),
    kind: kinds[kind],
    isShared: isExtShared,
    isArchived,
    memberCount: hasApp ? memberCount - 1 : memberCount,
    hasApp,
    messages: slack.seenBy(person, channel).map((message) => messageCard(slack, person, message)),
  };
}

/** Slack shows a direct message with an app only once there is something in it. */
const isWorthShowing = ({ kind, hasApp, messages }: ChannelCard): boolean =>
  kind !== 'direct' || !hasApp || messages.length > 0;

function rankOf({ kind, isArchived }: ChannelCard): number {
  if (kind === 'direct' || kind === 'group') return 2;
  return isArchived ? 1 : 0;
}
