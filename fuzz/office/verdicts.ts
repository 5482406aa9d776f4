import type { SlackSimulator } from '../../simulators/slack/index.ts';
import { isObject } from '../../simulators/slack/json.ts';
import { judgeMessage, judgeSuggestions, judgeView, type Leave } from '../judges/rendered.ts';
import { Found } from '../target.ts';
import type { LogLine } from './office.ts';

/** Turned away at the gate, or not understood by Bolt, which says 500 to what names nobody. */
const statusesOfTorn = [200, 400, 401, 404, 413, 415, 500];

/** @throws {Found} where a request was cut off, or one that anybody can make was not taken */
export function judgeStatus(origin: string, status: number): void {
  if (origin === 'typed' ? status !== 200 : !statusesOfTorn.includes(status)) throw new Found(`status ${status}`);
}

/** What a person can type must not be answered with "something went wrong on our side". @throws {Found} */
export function judgeLine(origin: string, line: LogLine): void {
  if (origin === 'typed' && line.outcome === 'bug') throw new Found(`a bug: ${JSON.stringify(line)}`);
}

/** Judges an acknowledgement: a window, or the entries of a menu. @throws {Found} */
export function judgeAnswer(origin: string, answer: string): void {
  const parsed: unknown = answer.startsWith('{') ? JSON.parse(answer) : undefined;
  if (!isObject(parsed)) return;
  if (parsed.view !== undefined) judgeView(parsed.view, leaveOf(origin));
  if (parsed.options !== undefined) judgeSuggestions(parsed);
}

/** Judges whatever the app has told Slack since. @throws {Found} */
export function judgeEffects(
  origin: string,
  { calls, responses }: SlackSimulator,
  before: { readonly calls: number; readonly responses: number },
): void {
  const leave = leaveOf(origin);
  for (const { method, args } of calls.slice(before.calls)) {
    if (method.startsWith('chat.') && method !== 'chat.delete') judgeMessage(args, leave);
    if (method.startsWith('views.')) judgeView(args.view, leave);
  }
  for (const { body } of responses.slice(before.responses)) judgeMessage(body, leave);
}

/** Named are the person who shares and the conversation they chose. What Slack's own ids may be is not ours to judge. */
const leaveOf = (origin: string): Leave =>
  origin === 'typed'
    ? { isMeant: (alive) => /^(user:U0AGENT3202|channel:C0SUPPORT01)$/.test(alive) }
    : { isMeant: (alive) => /^(user|channel):/.test(alive), mayBeRefused: true };
