import type { Fault as SlackFault, SlackMessage } from '../simulators/slack/index.ts';
import { asks, isSummary, windowSays } from './person.ts';
import type { Scene } from './scene.ts';

/** The agent reads the summary in #support, clicks Share… and has the preview in front of them. */
export async function opensShare(scene: Scene): Promise<void> {
  const { slack } = scene;
  const { agent } = slack.people;
  if (slack.viewOf(agent) !== undefined) await slack.closes(agent);
  await asks(scene);
  const mine = slack.seenBy(agent, slack.channels.support).findLast(({ text }) => isSummary(text));
  if (mine === undefined) throw new Error('there is no summary to share');
  await slack.clicks(agent, mine, 'share_call_summary');
  await windowSays(scene, /This is what they will read/);
}

/** The agent says yes in the window; gives the sentence they then read there, or throws what stands there instead. */
export async function sharesAndReads(scene: Scene, words: RegExp): Promise<string> {
  await scene.slack.submits(scene.slack.people.agent);
  const screen = await windowSays(scene, words);
  return lineWith(screen, words);
}

/** What came of a share that Slack made go wrong. */
export interface ShareOutcome {
  /** What the person reads in the window. */
  readonly reads: string;
  /** How often the app tried to post. */
  readonly tries: number;
  /** How many posts stand in the channel because of it. */
  readonly posted: number;
}

/** The agent shares while Slack answers the post, and everything like it, in this way. */
export async function sharesDuring(
  scene: Scene,
  method: string,
  fault: SlackFault,
  words: RegExp,
): Promise<ShareOutcome> {
  const { slack } = scene;
  await opensShare(scene);
  const before = { tries: slack.callsTo('chat.postMessage').length, posted: posts(scene).length };
  slack.script(method, fault, 5);
  const reads = await sharesAndReads(scene, words);
  slack.unscripts();
  return {
    reads,
    tries: slack.callsTo('chat.postMessage').length - before.tries,
    posted: posts(scene).length - before.posted,
  };
}

/** What was shared in #support and stands there for everybody. */
export const posts = ({ slack }: Scene): readonly SlackMessage[] =>
  slack
    .messagesIn(slack.channels.support)
    .filter(({ app_id, visibleTo }) => app_id !== undefined && visibleTo === undefined);

/** The line of a drawn window that says this. */
export const lineWith = (screen: string, words: RegExp): string =>
  (screen.split('\n').find((line) => words.test(line)) ?? '').replace(/[│|]/g, '').replace(/\s+/g, ' ').trim();
