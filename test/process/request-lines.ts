import assert from 'node:assert/strict';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';
import type { RunningApp } from './spawned-app.ts';

/** What the log says about one request. */
export interface RequestLine {
  readonly msg: 'request';
  readonly surface: string;
  readonly outcome: string;
  readonly reference: string;
  readonly ackMs: unknown;
  readonly pbxMs: unknown;
  readonly totalMs: unknown;
}

/** Every whole line the program has written; each has to be JSON. */
const linesOf = (said: string): { readonly msg?: string }[] =>
  said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const isRequest = (line: { readonly msg?: string }): line is RequestLine => line.msg === 'request';

/** The lines about requests so far. */
export const requestLines = ({ said }: RunningApp): RequestLine[] => linesOf(said()).filter(isRequest);

/** Lets a person do something, waits until the log has its line, and gives that; there must be exactly one more. */
export async function lineOf(app: RunningApp, act: () => Promise<unknown>): Promise<RequestLine> {
  const before = requestLines(app).length;
  await act();
  const line = await app.until(() => requestLines(app)[before]);
  const another = requestLines(app)[before + 1];
  assert.equal(another, undefined);
  return line;
}

/** Makes sure that a line tells when the request was acknowledged, how long the PBX took and how long all of it. */
export function isComplete({ surface, outcome, reference, ackMs, pbxMs, totalMs }: RequestLine): void {
  assert.match(reference, /^[0-9A-Z]{8}$/);
  for (const ms of [ackMs, pbxMs, totalMs]) assert.equal(typeof ms, 'number', `${surface} ${outcome}`);
  assert.ok(Number(ackMs) <= Number(totalMs) && Number(pbxMs) <= Number(totalMs), `${surface} ${outcome}`);
}

/** Everything the agent can see at this moment, everywhere, as text. */
export function agentSees({ slack }: RunningApp): string {
  const { agent } = slack.people;
  const messages = [slack.seenBy(agent, slack.channels.support), slack.messagesIn(agent)].flat();
  const view = slack.viewOf(agent);
  const drawing = { colour: false, width: 200 };
  return [...messages.map((message) => drawMessage(message, drawing)), view ? drawView(view, drawing) : ''].join('\n');
}
