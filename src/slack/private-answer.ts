import type { RespondFn, webApi } from '@slack/bolt';
import type { Message } from '../blocks/message.ts';
import { stillFetchingMessage } from '../blocks/waiting.ts';
import { CallSummaryError } from '../errors.ts';
import type { Answer } from './answer.ts';
import { noUnfurls } from './no-unfurls.ts';
import { type SlackFailure, slackErrorOf, slackFailureOf } from './refusals.ts';

/** Whom to tell, where, and with what. `respond` is missing where Slack gave no response_url. */
export interface PrivateAnswerOptions {
  readonly client: webApi.WebClient;
  readonly personId: string;
  readonly channelId: string | null;
  readonly respond: RespondFn | undefined;
  /**
   * Whether replacing by the response_url replaces what was said through it. After a click it would replace the message that
   * was clicked, which may stand in public (docs.slack.dev: handling user interaction).
   */
  readonly canReplace: boolean;
}

/** An answer only this person sees, in the conversation they are in. */
export interface PrivateAnswer extends Answer {
  /** Does the work; if it takes long, says so once, where the next `send` can replace that. */
  whileWaiting<T>(work: () => Promise<T>): Promise<T>;
}

/** For a menu that asks for its entries: whoever types a letter does not want a message about it. */
export const unheardAnswer: PrivateAnswer = { send: async () => {}, whileWaiting: (work) => work() };

/** People wonder whether anything happens after about this long. */
const patienceMs = 2_000;

export function createPrivateAnswer(options: PrivateAnswerOptions): PrivateAnswer {
  let saidWaiting = false;
  const sayWaiting = async () => {
    saidWaiting = true;
    // Only a courtesy: whether it arrives changes nothing about the answer.
    await respondWith(options.respond, stillFetchingMessage(), false).catch(() => {});
  };
  return {
    async whileWaiting(work) {
      if (!options.canReplace) return await work();
      let courtesy: Promise<void> | undefined;
      const timer = setTimeout(() => {
        courtesy = sayWaiting();
      }, patienceMs);
      try {
        return await work();
      } finally {
        clearTimeout(timer);
        await courtesy;
      }
    },
    send: (message) => deliver(options, message, saidWaiting),
  };
}

/**
 * By response_url, which needs no membership and no scope. Where it is unclear whether that arrived, the same once more, if
 * it then takes its own place; where it certainly did not, by the Web API.
 * @throws {CallSummaryError} `answer_undelivered`
 */
async function deliver(options: PrivateAnswerOptions, message: Message, replaces: boolean): Promise<void> {
  const first = await failureOf(() => respondWith(options.respond, message, replaces));
  if (first === null) return;
  const mayRepeat = first.kind !== 'refused' && options.canReplace;
  const repeated = mayRepeat ? await failureOf(() => respondWith(options.respond, message, true)) : first;
  if (repeated === null) return;
  if (repeated.kind === 'uncertain') throw undelivered(repeated); // it may be there, even twice: a third would be one too many
  const last = await failureOf(() => postPrivately(options, message));
  if (last !== null) throw undelivered(last);
}

const undelivered = (failure: SlackFailure) =>
  new CallSummaryError('answer_undelivered', { slackError: slackErrorOf(failure) });

async function failureOf(way: () => Promise<void>): Promise<SlackFailure | null> {
  try {
    await way();
    return null;
  } catch (thrown) {
    return slackFailureOf(thrown);
  }
}

async function respondWith(respond: RespondFn | undefined, message: Message, replaces: boolean): Promise<void> {
  if (respond === undefined) throw noResponseUrl();
  await respond({ response_type: 'ephemeral', replace_original: replaces, ...noUnfurls, ...message });
}

const noResponseUrl = () => Object.assign(new Error('no response_url'), { statusCode: 404 });

/** In the conversation if the app is in it, otherwise in the person's own conversation with the app. */
async function postPrivately({ client, personId, channelId }: PrivateAnswerOptions, message: Message): Promise<void> {
  const directly = () => client.chat.postMessage({ channel: personId, ...noUnfurls, ...message });
  if (channelId === null) return void (await directly());
  try {
    await client.chat.postEphemeral({ channel: channelId, user: personId, ...message });
  } catch (thrown) {
    if (slackFailureOf(thrown).kind !== 'refused') throw thrown;
    await directly();
  }
}
