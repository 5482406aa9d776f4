import type { SlackMessage } from '../simulators/slack/index.ts';
import { canaries } from '../test/process/canaries.ts';
import { command, isSoonReplaced } from './person.ts';
import type { Scene } from './scene.ts';

/** People who have asked for many summaries; each command has been delivered. */
export interface Crowd {
  readonly slowestAckMs: number;
  readonly areAllAcked: boolean;
  /** What they have read so far; what a newcomer is told while the app stops is no answer to any of them. */
  texts(): readonly string[];
  /** Waits until there are as many answers as commands. */
  areAnswered(): Promise<void>;
}

/** What became of many questions at once. */
export interface CrowdAnswers extends Pick<Crowd, 'slowestAckMs' | 'areAllAcked'> {
  /** What was read, by all of them. */
  readonly texts: readonly string[];
  /** Connections to the PBX at the same time, at most. */
  readonly widest: number;
}

const patience = { ms: 30_000 };

/**
 * Four people ask for so many summaries at once. Each asks for another call, because the same question is asked only once;
 * there is a summary of none of them.
 */
export async function crowdAsks({ slack }: Scene, count: number): Promise<Crowd> {
  const { agent, lead, colleague, administrator } = slack.people;
  const people = [agent, lead, colleague, administrator];
  const { support } = slack.channels;
  const seen = () => people.map((person) => slack.seenBy(person, support).filter(isAnswer));
  const before = seen().map(({ length }) => length);
  const fresh = () => seen().flatMap((messages, at) => messages.slice(before[at]));
  const lines = Array.from({ length: count }, (_, at) => commandFor(at));
  const deliveries = await Promise.all(
    lines.map((line, at) => slack.types(people[at % people.length] ?? agent, support, line)),
  );
  return {
    slowestAckMs: Math.max(...deliveries.map(({ ms }) => ms)),
    areAllAcked: deliveries.every(({ ackedWithin3s }) => ackedWithin3s),
    texts: () => fresh().map(({ text }) => text),
    async areAnswered() {
      await slack.until(() => fresh().length >= count || undefined, patience);
    },
  };
}

/** The same, and waits until all are answered. */
export async function asksForMany(scene: Scene, count: number): Promise<CrowdAnswers> {
  let widest = 0;
  const watch = setInterval(() => {
    widest = Math.max(widest, scene.pbx.openConnections);
  }, 20);
  try {
    const { slowestAckMs, areAllAcked, texts, areAnswered } = await crowdAsks(scene, count);
    await areAnswered();
    return { slowestAckMs, areAllAcked, texts: texts(), widest };
  } finally {
    clearInterval(watch);
  }
}

/** What somebody is told who asks while the app stops. */
export const isRestarting = /just restarting/;

const isAnswer = ({ text, user, visibleTo }: SlackMessage) =>
  visibleTo !== undefined && user !== '' && !isSoonReplaced.test(text) && !isRestarting.test(text);

const commandFor = (number: number): string =>
  command.replace(canaries.leg, `20260518235959-${(0xa_0000 + number).toString(16).toUpperCase()}`);
