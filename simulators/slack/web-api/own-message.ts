import type { JsonObject } from '../json.ts';
import { stringIn } from '../json.ts';
import type { SlackMessage } from '../messages.ts';
import { byTheApp, type Workspace } from '../workspace.ts';
import { isHiddenFromBot } from './places.ts';
import { type Checked, refused } from './reply.ts';

/** Takes `channel` and `ts`; gives the app's own message there, or Slack's refusal. Ephemeral messages are never found. */
export function ownMessage(workspace: Workspace, args: JsonObject, notMine: string): Checked<SlackMessage> {
  const channel = workspace.channel(String(args.channel));
  if (!channel || isHiddenFromBot(channel)) return { refusal: refused('channel_not_found') };
  const message = workspace.find(channel.id, stringIn(args, 'ts'));
  if (!message || message.visibleTo !== undefined) return { refusal: refused('message_not_found') };
  return message.bot_id === byTheApp.bot_id ? { value: message } : { refusal: refused(notMine) };
}
