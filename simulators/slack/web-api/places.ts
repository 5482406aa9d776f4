import { app } from '../app-identity.ts';
import type { Channel } from '../channels.ts';
import type { World } from '../world.ts';
import { type Checked, refused } from './reply.ts';

/** Takes the `channel` of a call that posts; gives the conversation, or why the bot cannot post there. A person's id means their direct message with the app. */
export function placeToPost({ directory, workspace }: World, channelId: unknown): Checked<Channel> {
  const person = typeof channelId === 'string' ? directory.person(channelId) : undefined;
  if (person && !person.isStranger && !person.isDeactivated) return { value: workspace.directWithApp(person.id) };
  const channel = typeof channelId === 'string' ? workspace.channel(channelId) : undefined;
  if (!channel || isHiddenFromBot(channel)) return { refusal: refused('channel_not_found') };
  if (channel.isArchived) return { refusal: refused('is_archived') };
  return channel.members.includes(app.botUser) ? { value: channel } : { refusal: refused('not_in_channel') };
}

/** Takes a conversation; says whether Slack denies its existence to the bot: private ones and direct messages it is not in. */
export function isHiddenFromBot(channel: Channel): boolean {
  return channel.kind !== 'public' && !channel.members.includes(app.botUser);
}
