import { app } from '../../../simulators/slack/app-identity.ts';
import type { Channel } from '../../../simulators/slack/index.ts';
import { isForTheApp } from '../../acts/type-command.ts';
import type { Done } from '../contract.ts';
import { type DeedOf, done, failed } from './deed-of.ts';

type Typing = DeedOf<'type'>;

/** Somebody sends what stands in the message box. Slack takes a line that begins with a slash for a command. */
export async function type(typing: Typing): Promise<Done> {
  const { text, threadTs } = typing.deed;
  const channel = channelWithBox(typing);
  const command = /^\/\S*/.exec(text)?.[0];
  if (command === undefined) return say(typing);
  if (threadTs !== undefined) return failed(`Slack has no commands in threads: type ${command} in the channel itself.`);
  if (isForTheApp(text)) return await bringToApp(typing);
  return command === '/invite' ? invite(typing, channel) : failed(notACommand(command));
}

/** @throws where Slack has no message box for this person */
function channelWithBox({ stage: { slack }, role: { person }, deed }: Typing): Channel {
  const channel = slack.channelsOf(person).find(({ id }) => id === deed.channel);
  if (channel?.members.includes(person.id) !== true) throw new Error(`${person.realName} is not in that channel.`);
  if (channel.isArchived === true) throw new Error(`#${channel.name} is archived: nobody can write there.`);
  return channel;
}

/** How the app took it shows in the channel, as a sentence of Slackbot’s where need be. */
async function bringToApp({ stage: { slack }, role: { person }, deed }: Typing): Promise<Done> {
  await slack.types(person, deed.channel, deed.text);
  return done;
}

function say({ stage: { slack }, role: { person }, deed: { channel, text, threadTs } }: Typing): Done {
  if (text.trim() === '') return failed('There is nothing to send yet.');
  slack.says(person, channel, asMrkdwn(text.trim()), threadTs === undefined ? undefined : { thread_ts: threadTs });
  return done;
}

/** As Slack keeps what people type (docs.slack.dev/messaging/formatting-message-text). */
const asMrkdwn = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function invite({ stage: { slack }, deed }: Typing, { id, name, kind, members }: Channel): Done {
  const [, whom = ''] = deed.text.trim().split(/\s+/);
  if (whom.replace(/^@/, '') !== app.name) return failed(`Only @${app.name} can be invited here.`);
  if (kind === 'im' || kind === 'mpim') return failed('Nobody can be invited into direct messages.');
  if (members.includes(slack.botUser)) return failed(`@${app.name} is in #${name} already.`);
  slack.invitesApp(id);
  return done;
}

const notACommand = (command: string) =>
  `${command} is not a command here. To send it as a message, put a space before it.`;
