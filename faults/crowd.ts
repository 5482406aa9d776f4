import type { SlackMessage } from '../simulators/slack/index.ts';
import { canaries } from '../test/process/canaries.ts';
import { command, isSoonReplaced } from './person.ts';
import type { Scene } from './scene.ts';

/** What became of many questions at once. */
export interface CrowdAnswers {
  readonly slowestAckMs: number;
  readonly areAllAcked: boolean;
  /** What was read, by all of them. */
  readonly texts: readonly string[];
  /** Connections to the PBX at the same time, at most. */
  readonly widest: number;
}

/**
 * Four people ask for so many summaries at once, and wait until all are answered. Each asks for another call, because the
 * same question is asked only once; there is a summary of none of them.
 */
export async function asksForMany({ slack, pbx }: Scene, count: number): Promise<CrowdAnswers> {
  const { agent, lead, colleague, administrator } = slack.people;
  const people = [agent, lead, colleague, administrator];
  const { support } = slack.channels;
  const seen = () => people.map((person) => slack.seenBy(person, support).filter(isAnswer));
  const before = seen().map(({ length }) => length);
  const fresh = () => seen().flatMap((messages, at) => messages.slice(before[at]));
  let widest = 0;
  const watch = setInterval(() => {
    widest = Math.max(widest, pbx.openConnections);
  }, 20);
  try {
    const lines = Array.from({ length: count }, (_, at) => commandFor(at));
    const deliveries = await Promise.all(
      lines.map((line, at) => slack.types(people[at % people.length] ?? agent, support, line)),
    );
    await slack.until(() => fresh().length >= count || undefined, { ms: 20_000 });
    return {
      slowestAckMs: Math.max(...deliveries.map(({ ms }) => ms)),
      areAllAcked: deliveries.every(({ ackedWithin3s }) => ackedWithin3s),
      texts: fresh().map(({ text }) => text),
      widest,
    };
  } finally {
    clearInterval(watch);
  }
}

const isAnswer = ({ text, user, visibleTo }: SlackMessage) =>
  visibleTo !== undefined && user !== '' && !isSoonReplaced.test(text);

const commandFor = (number: number): string =>
  command.replace(canaries.leg, `20260518235959-${(0xa_0000 + number).toString(16).toUpperCase()}`);
