import type { AnswerKind, LeanSlack } from './lean-slack.ts';
import type { Line } from './line.ts';
import { type BenchPerson, personNumbered } from './people.ts';
import { commandNumbered } from './slack-command.ts';

/** One command on its way. Both promises may stay open for ever where something hangs. */
export interface Typed {
  readonly acknowledged: Promise<void>;
  /** The answer itself, not the word that it takes a moment. */
  readonly answered: Promise<AnswerKind>;
}

/** Has somebody type the next command there is; everybody in turn, unless somebody is named. */
export type Types = (line: Line, person?: BenchPerson) => Typed;

/** The people of one Slack. Commands are counted from one. */
export function createTyping(slack: LeanSlack): Types {
  const waiting = new Map<number, (kind: AnswerKind) => void>();
  let count = 0;
  slack.onAnswer = (number, kind) => {
    if (kind === 'waiting') return;
    waiting.get(number)?.(kind);
    waiting.delete(number);
  };
  return (line, person) => {
    count += 1;
    const { promise: answered, resolve } = Promise.withResolvers<AnswerKind>();
    waiting.set(count, resolve);
    const payload = commandNumbered(count, person ?? personNumbered(count), slack.origin);
    return { answered, acknowledged: line.send(count, payload) };
  };
}
