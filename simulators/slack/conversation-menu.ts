import { app } from './app-identity.ts';
import type { Channel } from './channels.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Person } from './people.ts';
import { canRead } from './screen.ts';

/** Gives why Slack would not list a conversation in that menu for that person, or undefined when it would (docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object). */
export function whyNotListed(channel: Channel, person: Person, element: JsonObject): string | undefined {
  if (!canRead(person, channel)) return `${person.realName} cannot see it`;
  if (channel.isArchived) return 'it is archived';
  return whyFiltered(channel, filterOf(element));
}

function filterOf(element: JsonObject): JsonObject {
  if (String(element.type).endsWith('channels_select')) return { include: ['public'] };
  return isObject(element.filter) ? element.filter : {};
}

function whyFiltered(channel: Channel, filter: JsonObject): string | undefined {
  const { include, exclude_external_shared_channels: withoutShared, exclude_bot_users: withoutBots } = filter;
  if (Array.isArray(include) && !include.includes(channel.kind)) return `it is ${channel.kind}`;
  if (withoutShared === true && channel.isExtShared) return 'it is shared with another organisation';
  const isWithBot = channel.kind === 'im' && channel.members.includes(app.botUser);
  return withoutBots === true && isWithBot ? 'it is with a bot' : undefined;
}
