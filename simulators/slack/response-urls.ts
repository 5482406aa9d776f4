import { type Answer, asJson, asText } from './answer.ts';
import { team } from './app-identity.ts';
import { problemsInMessage } from './block-rules/index.ts';
import type { Clock } from './clock.ts';
import { secret } from './identifiers.ts';
import { type JsonObject, stringIn } from './json.ts';
import type { SlackMessage } from './messages.ts';
import { shown } from './web-api/content.ts';
import { byTheApp, type Workspace } from './workspace.ts';

/**
 * What `replace_original` and `delete_original` mean: the message that was clicked on; after a command, which leaves no
 * message, the last answer; nothing where there is only what a person said, which no app can change.
 */
export type Original = SlackMessage | 'last answer' | 'nothing';

/** Whom a response_url answers, and where. */
export interface Addressee {
  readonly personId: string;
  readonly channelId: string;
}

/** Gives out response URLs and takes what is sent to them. */
export interface ResponseUrls {
  /** Gives a path on this server: five uses, thirty minutes. */
  issue(kind: 'commands' | 'actions', addressee: Addressee, original: Original): string;
  receive(path: string, body: JsonObject): Answer;
}

/** Whether `thread_ts` counts. Slack's pages contradict each other about it; in older reports it is ignored. */
export type Threads = 'ignored' | 'honoured';

const lifetimeMs = 30 * 60_000;
const mostUses = 5;

interface Issued {
  readonly addressee: Addressee;
  readonly original: Original;
  readonly at: number;
  uses: number;
  lastAnswer: SlackMessage | undefined;
}

/** Gives a set of response URLs for a workspace (docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
export function createResponseUrls(clock: Clock, workspace: Workspace, threads: Threads): ResponseUrls {
  const issued = new Map<string, Issued>();
  return {
    issue(kind, addressee, original) {
      const path = `/${kind}/${team.id}/${clock.now()}/${secret(12)}`;
      issued.set(path, { addressee, original, at: clock.now(), uses: 0, lastAnswer: undefined });
      return path;
    },
    receive(path, body) {
      const url = issued.get(path);
      if (!url) return refusal(404, 'invalid_url');
      if (clock.now() - url.at > lifetimeMs) return refusal(404, 'expired_url');
      if (url.uses >= mostUses) return refusal(404, 'used_url');
      const complaint = body.delete_original === true ? undefined : complaintAbout(body);
      if (complaint) return refusal(400, complaint);
      url.uses += 1;
      url.lastAnswer = carryOut(workspace, url, body, threads);
      return asText('ok');
    },
  };
}

function refusal(status: number, error: string): Answer {
  return asJson({ ok: false, error }, {}, status);
}

function complaintAbout({ text, blocks = [] }: JsonObject): string | undefined {
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  if (blocks.length > 0) return problemsInMessage(blocks).length > 0 ? 'invalid_blocks' : undefined;
  return typeof text === 'string' && text !== '' ? undefined : 'no_text';
}

function carryOut(workspace: Workspace, url: Issued, body: JsonObject, threads: Threads): SlackMessage | undefined {
  const original = originalOf(workspace, url);
  if (body.delete_original === true) {
    if (original) workspace.remove(original);
    return undefined;
  }
  const content = { text: stringIn(body, 'text') ?? '', ...shown(body.blocks) };
  if (body.replace_original === true && original) {
    // A message keeps its place and its visibility for life.
    const { blocks: _, ...kept } = original;
    return workspace.replace(original, { ...kept, ...content });
  }
  return workspace.post({ ...byTheApp, ...content, ...placeOf(url.addressee, body, threads) });
}

function originalOf(workspace: Workspace, { original, lastAnswer }: Issued): SlackMessage | undefined {
  if (original === 'nothing') return undefined;
  const message = original === 'last answer' ? lastAnswer : original;
  return message && workspace.find(message.channel, message.ts);
}

/** Takes who is answered and the answer; gives where it is shown and to whom. Private unless it says otherwise. */
export function placeOf(
  { personId, channelId }: Addressee,
  body: JsonObject,
  threads: Threads,
): Pick<SlackMessage, 'channel' | 'visibleTo' | 'thread_ts'> {
  const thread = threads === 'honoured' ? stringIn(body, 'thread_ts') : undefined;
  return {
    channel: channelId,
    ...(thread && { thread_ts: thread }),
    ...(body.response_type !== 'in_channel' && { visibleTo: personId }),
  };
}
