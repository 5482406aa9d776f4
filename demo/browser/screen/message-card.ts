import { slackbot } from '../../../simulators/slack/app-identity.ts';
import type { Person, SlackMessage, SlackSimulator } from '../../../simulators/slack/index.ts';
import { knownNames } from '../../../simulators/slack/names.ts';
import type { MessageCard } from '../contract.ts';

/** A message as this person sees it. */
export function messageCard(slack: SlackSimulator, person: Person, message: SlackMessage): MessageCard {
  const { ts, text, blocks = [], visibleTo, thread_ts, edited } = message;
  return {
    ts,
    author: authorOf(message),
    text,
    blocks,
    values: slack.valuesOn(person, message),
    onlyYou: visibleTo !== undefined,
    isEdited: edited !== undefined,
    ...(thread_ts !== undefined && { threadTs: thread_ts }),
  };
}

function authorOf({ user, app_id }: SlackMessage): MessageCard['author'] {
  const name = knownNames[user] ?? user;
  if (user === slackbot) return { id: user, name, kind: 'slackbot' };
  return { id: user, name, kind: app_id === undefined ? 'person' : 'app' };
}
