import assert from 'node:assert/strict';
import type { Delivery, Person, SlackMessage } from '../simulators/slack/index.ts';
import { drawView } from '../simulators/slack/terminal/index.ts';
import { canaries } from '../test/process/canaries.ts';
import type { Scene } from './scene.ts';

/** The command that everybody types; its answer is the summary, when all is well. */
export const command = `/callsummary ${canaries.leg} ${canaries.extension}`;

/** What a person got for a command. */
export interface Answer {
  /** What stands there, without the reference, which is different every time. */
  readonly reads: string;
  readonly isSummary: boolean;
  /** How the app took the command. */
  readonly delivery: Delivery;
  /** From typing to reading. */
  readonly ms: number;
}

/** What stands there only until the answer takes its place. */
export const isSoonReplaced = /Still fetching the summary/;
const patience = { ms: 30_000 };

/** The agent types a command in #support; gives what they then read, the note that it takes a while left aside. */
export async function asks({ slack }: Scene, line = command, person: Person = slack.people.agent): Promise<Answer> {
  const { support } = slack.channels;
  const seen = () => slack.seenBy(person, support);
  const before = seen().length;
  const startedAt = performance.now();
  const delivery = await slack.types(person, support, line);
  const { text } = await slack.until(() => answerIn(seen().slice(before)), patience);
  return { reads: inWords(text), isSummary: isSummary(text), delivery, ms: performance.now() - startedAt };
}

const answerIn = (messages: readonly SlackMessage[]) => messages.find(({ text }) => !isSoonReplaced.test(text));

/** Whether a text is the summary everybody asks for. */
export const isSummary = (text: string): boolean => text.includes(canaries.summary);

/** A text on one line; the summary's own words, which nobody needs to read in a table, are left out. */
export function inWords(text: string): string {
  if (isSummary(text)) return 'the summary';
  return text
    .replaceAll(canaries.leg, '<leg>')
    .replaceAll(canaries.extension, '<extension>')
    .replace(/_?Reference [0-9A-Z]{8}_?/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Asks, and makes sure that this is what the person reads. */
export async function asksAndReads(scene: Scene, words: RegExp, line = command): Promise<Answer> {
  const answer = await asks(scene, line);
  assert.match(answer.reads, words);
  assert.ok(answer.delivery.ackedWithin3s, 'acknowledged in time');
  return answer;
}

/** Asks, and makes sure that the person reads the summary. */
export const readsSummary = (scene: Scene): Promise<Answer> => asksAndReads(scene, /^the summary$/);

/**
 * The agent asks again and again until they read the summary, which must be so within a number of milliseconds. Gives what
 * they read at first, and after how many seconds it was the summary.
 */
export async function readsSummaryWithin(ms: number, scene: Scene): Promise<{ first: string; seconds: string }> {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const { reads: first } = await asks(scene);
  for (let reads = first; reads !== 'the summary'; { reads } = await asks(scene))
    assert.ok(elapsed() < ms, `after ${Math.round(elapsed())} ms: ${reads}`);
  assert.ok(elapsed() < ms, `not before ${Math.round(elapsed())} ms`);
  return { first, seconds: (elapsed() / 1_000).toFixed(1) };
}

/** Waits until the agent's window says this; gives all it says. */
export async function windowSays({ slack }: Scene, words: RegExp): Promise<string> {
  return await slack.until(() => {
    const view = slack.viewOf(slack.people.agent);
    const screen = view === undefined ? '' : drawView(view, { colour: false, width: 200 });
    return words.test(screen) ? screen : undefined;
  }, patience);
}
