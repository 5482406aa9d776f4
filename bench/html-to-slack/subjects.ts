import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Message } from './message.ts';

/** Turns the HTML of a summary into what can be sent to Slack. */
export type Convert = (html: string) => Message | Promise<Message>;

/** The one all others are compared with. */
export const reference = 'turndown';

/** Our own subjects: everything; the first half of it, the bounded tree; and the least any tree can take. */
export const own = { whole: 'callsummary', tree: 'callsummary, tree only', floor: 'its parser, nothing kept' } as const;

const nothing: Message = { text: '', blocks: [] };

/**
 * Who is measured, by name, each loaded only when asked for. Packages that give text alone give no blocks; those that
 * give blocks alone give no text. html-to-slack is measured and nothing else: its licence, GPL 3, is not ours.
 */
export const subjects: Readonly<Record<string, () => Promise<Convert>>> = {
  [own.whole]: async () => (await import('./callsummary.ts')).convert,
  [own.tree]: async () => (await import('./callsummary.ts')).parseOnly,
  [own.floor]: async () => {
    const { Parser } = await ownParser();
    const ignore = () => undefined;
    return (html) => {
      new Parser({ onopentag: ignore, onclosetag: ignore, ontext: ignore }).end(html);
      return nothing;
    };
  },
  [reference]: async () => {
    const markdownOf = await turndown();
    return (html) => ({ text: markdownOf(html), blocks: [] });
  },
  'html-to-mrkdwn-ts': async () => {
    const { default: commonJs } = await import('@clearfeed-ai/html-to-mrkdwn-ts');
    return (html) => ({ text: commonJs.default(html).text, blocks: [] });
  },
  'html-to-slack': async () => {
    const { default: htmlToSlack } = await import('html-to-slack');
    return (html) => ({ text: '', blocks: htmlToSlack(html) });
  },
  'turndown + mack': async () => {
    const { markdownToBlocks } = await import('@tryfabric/mack');
    const markdownOf = await turndown();
    return async (html) => ({ text: '', blocks: await markdownToBlocks(markdownOf(html)) });
  },
  'turndown + slackify': async () => {
    const { slackifyMarkdown } = await import('slackify-markdown');
    const markdownOf = await turndown();
    return (html) => ({ text: slackifyMarkdown(markdownOf(html)), blocks: [] });
  },
};

/** Everyone who gives a message. */
export const senders: readonly string[] = Object.keys(subjects).filter(
  (name) => name !== own.tree && name !== own.floor,
);

/** Loads a subject. */
export async function loadSubject(name: string): Promise<Convert> {
  const load = subjects[name];
  if (load === undefined) throw new Error(`no subject ${name}`);
  return load();
}

async function turndown(): Promise<(html: string) => string> {
  const { default: TurndownService } = await import('turndown');
  const service = new TurndownService();
  return (html) => service.turndown(html);
}

/** The parser of the app; in here the same name stands for an older one, which html-to-slack brought along. */
async function ownParser(): Promise<typeof import('htmlparser2')> {
  const app = createRequire(new URL('../../package.json', import.meta.url));
  return import(pathToFileURL(app.resolve('htmlparser2')).href);
}
