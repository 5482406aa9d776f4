import { Found } from '../target.ts';
import { messageProblems, suggestionProblems, viewProblems } from './limits.ts';
import { type Alive, aliveInBlocks, aliveInMrkdwn } from './mentions.ts';

interface Rendered {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

/** What a judge lets pass; by default nothing. */
export interface Leave {
  /** Who and what is meant to be named. */
  readonly isMeant?: (alive: Alive) => boolean;
  /** Whether Slack may refuse it: for what came of ids that Slack would never have sent. */
  readonly mayBeRefused?: boolean;
}

/** Judges a message: within Slack's limits, and nothing alive in it but what was meant. @throws {Found} */
export function judgeMessage(message: Rendered, leave: Leave = {}): void {
  const alive = [...aliveInMrkdwn(String(message.text ?? '')), ...aliveInBlocks(message.blocks)];
  complain('a message', messageProblems(message), alive, leave);
}

/** The same for a window. */
export function judgeView(view: unknown, leave: Leave = {}): void {
  complain('a window', viewProblems(view), aliveInBlocks(view), leave);
}

/** The same for the entries of a menu. */
export function judgeSuggestions(answer: unknown): void {
  complain('a menu', suggestionProblems(answer), aliveInBlocks(answer), {});
}

function complain(what: string, problems: readonly string[], alive: readonly Alive[], leave: Leave): void {
  const unwanted = alive.filter((each) => leave.isMeant?.(each) !== true).map((each) => `alive: ${each}`);
  const all = [...(leave.mayBeRefused ? [] : problems), ...unwanted];
  if (all.length > 0) throw new Found(`${what}: ${all.slice(0, 5).join('; ')}`);
}
