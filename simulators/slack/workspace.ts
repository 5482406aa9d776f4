import { app, team } from './app-identity.ts';
import type { Changes } from './changes.ts';
import { type Channel, channels } from './channels.ts';
import type { Clock } from './clock.ts';
import { newId } from './identifiers.ts';
import { messages, type SlackMessage } from './messages.ts';

/** What a new message consists of; the workspace adds the rest. */
export type Draft = Partial<SlackMessage> & Pick<SlackMessage, 'channel' | 'text' | 'user'>;

/** The conversations and what was said in them. Messages are never changed in place: an edit replaces them. */
export interface Workspace {
  channel(id: string): Channel | undefined;
  /** Every conversation there is, direct messages with the app included. */
  channels(): readonly Channel[];
  replaceChannel(changed: Channel): Channel;
  /** A new channel comes to be. */
  open(channel: Omit<Channel, 'id'>): Channel;
  /** The bot becomes a member. */
  letBotIn(channelId: string): void;
  botIsIn(channelId: string): boolean;
  /** The direct message between a person and the app, opened when there is none yet. */
  directWithApp(personId: string): Channel;
  post(draft: Draft): SlackMessage;
  find(channelId: string, ts: string | undefined): SlackMessage | undefined;
  replace(old: SlackMessage, edited: SlackMessage): SlackMessage;
  remove(message: SlackMessage): void;
  /** Everything in a conversation, ephemeral messages included, oldest first. */
  everythingIn(channelId: string): readonly SlackMessage[];
}

/** Gives what marks a message as the app's own. */
export const byTheApp = { user: app.botUser, bot_id: app.botId, app_id: app.id } as const;

/** Takes the clock and the bell; gives a workspace with its people's channels and the incident thread in it. */
export function createWorkspace(clock: Clock, changes: Changes): Workspace {
  const known = new Map<string, Channel>(Object.values<Channel>(channels).map((channel) => [channel.id, channel]));
  let said: readonly SlackMessage[] = Object.values<SlackMessage>(messages);
  const now = (all: readonly SlackMessage[]) => {
    said = all;
    changes.happened();
  };
  const channelOf = (id: string) => known.get(id);
  const everythingIn = (channelId: string) => said.filter((message) => message.channel === channelId);
  const replaceChannel = (changed: Channel) => {
    known.set(changed.id, changed);
    changes.happened();
    return changed;
  };
  return {
    channel: channelOf,
    channels: () => [...known.values()],
    replaceChannel,
    open: (channel) => replaceChannel({ ...channel, id: newId('C') }),
    letBotIn(channelId) {
      const channel = channelOf(channelId);
      if (channel) replaceChannel({ ...channel, members: [...channel.members, app.botUser] });
    },
    botIsIn: (channelId) => channelOf(channelId)?.members.includes(app.botUser) ?? false,
    directWithApp: (personId) => findOrOpenDirect(known, personId),
    post(draft) {
      const message: SlackMessage = { type: 'message', team: team.id, ts: clock.ts(), ...draft };
      now([...said, message]);
      return message;
    },
    find: (channelId, ts) => everythingIn(channelId).find((message) => message.ts === ts),
    replace(old, edited) {
      now(said.map((each) => (each === old ? edited : each)));
      return edited;
    },
    remove: (message) => now(said.filter((each) => each !== message)),
    everythingIn,
  };
}

function findOrOpenDirect(known: Map<string, Channel>, personId: string): Channel {
  const members = [app.botUser, personId];
  const open = [...known.values()].find(
    ({ kind, members: in_ }) => kind === 'im' && members.every((id) => in_.includes(id)),
  );
  const channel: Channel = open ?? { id: newId('D'), name: 'directmessage', kind: 'im', members };
  known.set(channel.id, channel);
  return channel;
}
