import type { Person } from '../../simulators/slack/index.ts';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';
import type { RunningApp } from './spawned-app.ts';

export const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

const drawing = { colour: false, width: 200 };

const isSoonReplaced = /Still fetching the summary/;

/** A person types a line in #support; gives the answer that they then read there. */
export async function asks({ slack }: RunningApp, person: Person, line = documentedCall): Promise<string> {
  const { support } = slack.channels;
  const before = slack.seenBy(person, support).length;
  await slack.types(person, support, line);
  const answered = () =>
    slack.seenBy(person, support).find(({ text }, at) => at >= before && !isSoonReplaced.test(text));
  return drawMessage(await slack.until(answered, { ms: 10_000 }), drawing);
}

/** Waits until the person's window says this, and gives all it says. */
export async function windowSays({ slack }: RunningApp, person: Person, words: RegExp): Promise<string> {
  return await slack.until(() => {
    const view = slack.viewOf(person);
    const screen = view === undefined ? '' : drawView(view, drawing);
    return words.test(screen) ? screen : undefined;
  });
}
