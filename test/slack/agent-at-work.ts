import type { TestContext } from 'node:test';
import type { Delivery, OpenView, SlackMessage } from '../../simulators/slack/index.ts';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';
import type { Workplace } from '../support/workplace.ts';

/** The vendor's own example call, as typed, and as filled into the form. */
export const documentedCommand = '/callsummary 20260513223234-3EE9E 3202';
export const documentedFields = { cdr_id: '20260513223234-3EE9E', extension_number: '3202' };
/** Words that stand in its summary and nowhere else. */
export const documentedWords = /Investigate the login loop issue/;

/** The agent types a line in #support; resolves with Slack's view of how it was acknowledged. */
export const agentTypes = ({ slack }: Workplace, line = documentedCommand): Promise<Delivery> =>
  slack.types(slack.people.agent, slack.channels.support, line);

/** What the agent sees in #support of the app's own, drawn as text. */
export const onScreen = ({ slack }: Workplace): string[] =>
  slack.seenBy(slack.people.agent, slack.channels.support).map(drawn);

/** What stands in the agent's conversation with the app. */
export const inDirectMessage = ({ slack }: Workplace): string[] => slack.messagesIn(slack.people.agent).map(drawn);

const drawn = (message: SlackMessage) => drawMessage(message, { colour: false, width: 200 });

/** Waits until the agent sees something in #support, or in their conversation with the app, that fits; gives it. */
export function agentReads(place: Workplace, words: RegExp): Promise<string> {
  return place.slack.until(() => [...onScreen(place), ...inDirectMessage(place)].find((text) => words.test(text)));
}

/** The window on the agent's screen as text, empty while there is none. */
export function agentsWindow({ slack }: Workplace): string {
  const view = slack.viewOf(slack.people.agent);
  return view === undefined ? '' : drawView(view, { colour: false, width: 200 });
}

/** Waits until the window on the agent's screen says something that fits; gives the view. */
export function windowShows(place: Workplace, words: RegExp): Promise<OpenView> {
  const { slack } = place;
  return slack.until(() => (words.test(agentsWindow(place)) ? slack.viewOf(slack.people.agent) : undefined));
}

/** The agent asks to post the documented call into the incident thread, up to the preview. */
export async function previewsPost(place: Workplace): Promise<void> {
  const { slack } = place;
  await slack.choosesMessageShortcut(slack.people.agent, slack.messages.incidentRoot, 'post_call_summary');
  await windowShows(place, /Preview/);
  await slack.submits(slack.people.agent, documentedFields);
  await windowShows(place, /This is what they will read/);
}

/** Lets the answer go that the PBX holds back, as soon as it has been asked for it. */
export async function letsPbxAnswer({ pbx }: Workplace): Promise<void> {
  await pbx.until(() => pbx.held > 0, 5_000);
  pbx.release();
}

/** What everybody can read in the incident thread of the app's own. */
export const postedCopies = ({ slack }: Workplace): readonly SlackMessage[] =>
  slack.messagesIn(slack.channels.incident).filter(({ app_id }) => app_id !== undefined);

/** Lets everything that is under way come to its end, so that what has not happened by then never will. */
export async function comesToRest({ app }: Workplace): Promise<void> {
  if (!(await app.stop())) throw new Error('something was still running');
}

/**
 * Lets the app's deadlines end ten times sooner, so that a test of a silent Slack takes half a second instead of five.
 * What they really are is tested by itself.
 */
export function hurriesDeadlines(t: TestContext): void {
  const real = AbortSignal.timeout.bind(AbortSignal);
  t.mock.method(AbortSignal, 'timeout', (ms: number) => real(ms / 10));
}

/** Bolt's answer to what nobody acknowledged comes after this long. Milliseconds. */
export const unacknowledgedAfterMs = 3_001;

/** Lets everything of the app and of the SDK that waits for exactly so long wait a tenth of it only. */
export function hurriesTimers(t: TestContext, wanted: number): void {
  const real = globalThis.setTimeout;
  t.mock.method(globalThis, 'setTimeout', (work: () => void, ms: number) => real(work, ms === wanted ? ms / 10 : ms));
}
