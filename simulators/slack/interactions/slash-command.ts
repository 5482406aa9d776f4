import { app, slackbot, team } from '../app-identity.ts';
import { problemsInMessage } from '../block-rules/index.ts';
import { type Channel, nameInCommand } from '../channels.ts';
import { type Delivery, deliver } from '../deliveries.ts';
import { isObject, type JsonObject, stringIn, withOverride } from '../json.ts';
import type { Outcome } from '../outcome.ts';
import type { Person } from '../people.ts';
import { placeOf } from '../response-urls.ts';
import { shown } from '../web-api/content.ts';
import { byTheApp } from '../workspace.ts';
import type { World } from '../world.ts';
import { type ChannelRef, channelOf, mustBeMember, type PersonRef, personOf, type Twist } from './who.ts';

/** A person types a slash command (docs.slack.dev/interactivity/implementing-slash-commands). Throws where Slack offers no place to type. */
export async function types(
  world: World,
  who: PersonRef,
  where: ChannelRef,
  typed: string,
  { override }: Twist = {},
): Promise<Delivery> {
  const [person, channel] = [personOf(world, who), channelOf(world, where)];
  mustBeAbleToType(person, channel);
  const [, command, text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  if (command === undefined) throw new Error(`“${typed}” is not a slash command.`);
  const payload = withOverride(payloadOf(world, person, channel, command, text), override);
  return deliver(world, {
    type: 'slash_commands',
    payload,
    settle: (outcome) => showAnswer(world, person, channel, command, outcome),
  });
}

function mustBeAbleToType(person: Person, channel: Channel): void {
  mustBeMember(person);
  if (channel.isArchived) throw new Error(`#${channel.name} is archived: there is no message box.`);
  if (!channel.members.includes(person.id)) throw new Error(`${person.realName} is not in #${channel.name}.`);
}

function payloadOf(world: World, person: Person, channel: Channel, command: string, text: string): JsonObject {
  const place = { personId: person.id, channelId: channel.id };
  return {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameInCommand(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text: text.trimEnd(),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: world.origin + world.responseUrls.issue('commands', place, 'last answer'),
    trigger_id: world.triggers.issue(place),
  };
}

function showAnswer(world: World, person: Person, channel: Channel, command: string, { body, error }: Outcome): void {
  const { workspace } = world;
  const answer = typeof body === 'string' ? { text: body } : body;
  const problem = error ?? (isObject(answer) ? problemIn(answer) : undefined);
  if (problem) {
    const text = `${command} failed with the error "${problem}"`;
    workspace.post({ user: slackbot, channel: channel.id, text, visibleTo: person.id });
  } else if (isObject(answer)) {
    const place = placeOf({ personId: person.id, channelId: channel.id }, answer, 'ignored');
    workspace.post({ ...byTheApp, text: stringIn(answer, 'text') ?? '', ...shown(answer.blocks), ...place });
  }
}

function problemIn({ text, blocks }: JsonObject): string | undefined {
  if (blocks === undefined) return text ? undefined : 'no_text';
  return problemsInMessage(blocks).length > 0 ? 'invalid_blocks' : undefined;
}
