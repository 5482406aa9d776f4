import { Found } from '../target.ts';
import { messageProblems, suggestionProblems, viewProblems } from './limits.ts';
import { type Alive, aliveInBlocks, aliveInMrkdwn } from './mentions.ts';

interface Rendered {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

/** Judges a message: within Slack's limits, and nothing alive in it but what was meant. @throws {Found} */
export function judgeMessage(message: Rendered, meant: ReadonlySet<Alive> = new Set()): void {
  const alive = [...aliveInMrkdwn(String(message.text ?? '')), ...aliveInBlocks(message.blocks)];
  complain('a message', messageProblems(message), alive, meant);
}

/** The same for a window. */
export function judgeView(view: unknown, meant: ReadonlySet<Alive> = new Set()): void {
  complain('a window', viewProblems(view), aliveInBlocks(view), meant);
}

/** The same for the entries of a menu. */
export function judgeSuggestions(answer: unknown): void {
  complain('a menu', suggestionProblems(answer), aliveInBlocks(answer), new Set());
}

function complain(what: string, problems: readonly string[], alive: readonly Alive[], meant: ReadonlySet<Alive>): void {
  const unwanted = alive.filter((each) => !meant.has(each)).map((each) => `alive: ${each}`);
  const all = [...problems, ...unwanted];
  if (all.length > 0) throw new Found(`${what}: ${all.slice(0, 5).join('; ')}`);
}
