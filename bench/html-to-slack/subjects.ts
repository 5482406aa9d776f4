import type { Message } from './message.ts';

/** Turns the HTML of a summary into what can be sent to Slack. */
export type Convert = (html: string) => Message | Promise<Message>;

/** The one all others are compared with. */
export const reference = 'turndown';

/** Our own subjects: everything, and the first half of it, the bounded tree. */
export const own = { whole: 'callsummary', tree: 'callsummary, tree only' } as const;

/**
 * Who is measured, by name, each loaded only when asked for. Packages that give text alone give no blocks; those that
 * give blocks alone give no text. html-to-slack is measured and nothing else: its licence, GPL 3, is not ours.
 */
export const subjects: Readonly<Record<string, () => Promise<Convert>>> = {
  [own.whole]: async () => (await import('./callsummary.ts')).convert,
  [own.tree]: async () => (await import('./callsummary.ts')).parseOnly,
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
export const senders: readonly string[] = Object.keys(subjects).filter((name) => name !== own.tree);

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
