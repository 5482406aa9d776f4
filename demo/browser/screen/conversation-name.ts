import { app } from '../../../simulators/slack/app-identity.ts';
import type { Channel, Person } from '../../../simulators/slack/index.ts';
import { knownNames } from '../../../simulators/slack/names.ts';

/** What a conversation is called for one person: direct messages go by the names of the others in them. */
export function conversationName(person: Person, { kind, name, members }: Channel): string {
  if (kind === 'public' || kind === 'private') return name;
  const isShown = (id: string) => id !== person.id && (kind === 'im' || id !== app.botUser);
  return members
    .filter(isShown)
    .map((id) => knownNames[id] ?? id)
    .join(', ');
}
