import type { SlackSimulator } from '../../simulators/slack/index.ts';
import type { Event, Scene } from './scene.ts';

const callWithNumbers = '/callsummary 20260518161530-B3D47 3202';
const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

type ChannelName = keyof SlackSimulator['channels'];

const posts =
  (channelName: ChannelName): Event =>
  ({ slack }) => {
    const channel = slack.channels[channelName];
    const count = slack.messagesIn(channel).filter(({ app_id }) => app_id !== undefined).length;
    return `The summaries that stand in #${channel.name} now: ${count === 0 ? 'none' : count}.`;
  };

const supportIsShared =
  (isExtShared: boolean): Event =>
  ({ slack }) => {
    slack.change.channel(slack.channels.support, { isExtShared });
    return `#support is ${isExtShared ? 'now shared with another organisation' : 'no longer shared'}.`;
  };

/** Who will see it. */
export const sharing: readonly Scene[] = [
  {
    caption: 'Before Leo Ball shares a call, he sees who reads along and what they would read.',
    steps: ['close', callWithNumbers, 'click Share…'],
  },
  {
    caption: 'In #escalations, the access file says, numbers and addresses are masked.',
    steps: ['choose #escalations'],
  },
  {
    caption: 'He shares it.',
    steps: ['submit', 'close', posts('escalations')],
  },
  {
    caption: 'After the preview #support becomes shared with another organisation: nothing goes there.',
    steps: [documentedCall, 'click Share…', supportIsShared(true), 'submit', posts('support'), supportIsShared(false)],
    rows: { top: 9, bottom: 2 },
  },
];

/** Where another organisation reads along, and the way back. */
export const takingBack: readonly Scene[] = [
  {
    caption: 'The administrator allows it, and the app takes the changed file. Leo Ball is asked once more.',
    steps: ['as admin', 'external yes', 'as agent', 'choose #ext-northwind', 'submit'],
    rows: { top: 15, bottom: 2 },
  },
  {
    caption: 'He says that they may read it.',
    steps: ['tick they may read', 'submit', posts('shared')],
  },
  {
    caption: 'Olga Partner, of the other organisation, clicks Retract under it.',
    steps: ['as outsider', 'click Retract'],
  },
  {
    caption: 'Leo Ball takes it back.',
    steps: ['as agent', 'close', 'click Retract', posts('shared')],
  },
];
