import { app, slackbot } from './app-identity.ts';
import type { Channel } from './channels.ts';
import type { Directory } from './directory.ts';
import type { Ledger } from './ledger.ts';
import type { SlackMessage } from './messages.ts';
import { knownNames } from './names.ts';
import type { Person } from './people.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Takes a person and a channel; says whether the person can read along there. */
export function canRead({ id, isStranger }: Person, channel: Channel): boolean {
  return channel.members.includes(id) || (channel.kind === 'public' && !isStranger);
}

/** Gives what a person sees in a channel: what everybody sees, and the messages only that person sees, in order. */
export function seenBy(workspace: Workspace, person: Person, channelId: string): readonly SlackMessage[] {
  const channel = workspace.channel(channelId);
  if (!channel || !canRead(person, channel)) return [];
  return workspace
    .everythingIn(channelId)
    .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === person.id);
}

/** What there is to be seen. */
export interface Screens {
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly ledger: Ledger;
}

/** Gives, in a few lines, what everybody sees and what the app last did: the text of a wait that failed. */
export function describeScreens({ directory, workspace, views, ledger }: Screens): string {
  const spoken = workspace.channels().flatMap((channel) =>
    workspace
      .everythingIn(channel.id)
      .filter((message) => message.user === app.botUser || message.user === slackbot)
      .map((message) => `  #${channel.name}: ${messageInWords(message)}`),
  );
  const open = directory.everybody().flatMap((person) => {
    const view = views.top(person.id);
    return view ? [`  ${person.realName} has “${view.title.text}” open`] : [];
  });
  const calls = ledger.calls.slice(-5).map(({ method, outcome }) => `  ${method}: ${outcome ?? 'under way'}`);
  const responses = ledger.responses.slice(-5).map(({ outcome }) => `  response_url: ${outcome ?? 'under way'}`);
  return ['On screen:', ...orNothing([...spoken, ...open]), 'Last calls:', ...orNothing([...calls, ...responses])].join(
    '\n',
  );
}

function messageInWords({ user, text, visibleTo, thread_ts }: SlackMessage): string {
  const audience = visibleTo ? `, to ${knownNames[visibleTo] ?? visibleTo} only` : '';
  const place = thread_ts ? ', in a thread' : '';
  return `${knownNames[user] ?? user}${audience}${place}: ${text.slice(0, 120)}`;
}

const orNothing = (lines: readonly string[]) => (lines.length > 0 ? lines : ['  nothing']);
