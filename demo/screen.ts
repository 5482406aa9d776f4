import { type OpenView, people, type SlackMessage, type SlackSimulator } from '../simulators/slack/index.ts';
import type { JsonObject } from '../simulators/slack/json.ts';
import { drawMessage, drawView } from '../simulators/slack/terminal/index.ts';
import type { Actor } from './actor.ts';

/** What a person has in front of them: the window that is open, or the newest message that is not from a person. */
export interface Screen {
  /** Where Slack would say that a button on it stands. */
  readonly place: 'view' | SlackMessage;
  readonly blocks: readonly JsonObject[];
  draw(colour: boolean): string;
}

/** Gives what somebody has in front of them; null while the app has shown them nothing. */
export function screenOf(actor: Actor): Screen | null {
  const view = actor.stage.slack.viewOf(actor.role.person);
  if (view !== undefined) return windowScreen(view);
  const newest = messagesFor(actor).at(-1);
  return newest === undefined ? null : messageScreen(actor, newest);
}

/** Draws what somebody has in front of them. */
export function draw(actor: Actor, colour: boolean): string {
  return screenOf(actor)?.draw(colour) ?? `${actor.role.person.realName} has nothing from the app to look at yet.`;
}

const windowScreen = (view: OpenView): Screen => ({
  place: 'view',
  blocks: view.blocks,
  draw: (colour) => drawView(view, { colour }),
});

const messageScreen = ({ stage: { slack } }: Actor, message: SlackMessage): Screen => ({
  place: message,
  blocks: message.blocks ?? [],
  draw: (colour) => drawMessage(message, { colour, ...headingOf(message, slack.channels) }),
});

/** Where it stands, unless that is where people type. */
function headingOf({ channel }: SlackMessage, channels: SlackSimulator['channels']): { readonly heading?: string } {
  const found = Object.values(channels).find(({ id }) => id === channel);
  return found === undefined || found === channels.support ? {} : { heading: `#${found.name}` };
}

const personIds: ReadonlySet<string> = new Set(Object.values(people).map(({ id }) => id));

/** Oldest first; also what Slack itself says, such as that the app did not answer. */
function messagesFor({ stage: { slack }, role: { person } }: Actor): readonly SlackMessage[] {
  const inChannels = Object.values(slack.channels).flatMap((channel) => slack.seenBy(person, channel));
  return [...inChannels, ...slack.messagesIn(person)]
    .filter(({ user }) => !personIds.has(user))
    .toSorted((one, other) => Number(one.ts) - Number(other.ts));
}
