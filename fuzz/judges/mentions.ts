// How Slack reads what an app sends it (docs.slack.dev: formatting message text; rich text block). Written from those
// pages alone, and sharing nothing with the app: whatever the app believes about escaping is not believed here.

/** What would notify somebody, or lead a reader somewhere: `user:U012ABC`, `broadcast:channel`, `link:https://…`. */
export type Alive = string;

/** What is alive in a text that Slack reads as mrkdwn, such as the `text` of a message. */
export function aliveInMrkdwn(text: string): readonly Alive[] {
  const found: Alive[] = [];
  let start = text.indexOf('<');
  while (start !== -1) {
    const end = endOfSequence(text, start);
    found.push(end === null ? 'bracket:<' : meaningOf(text.slice(start + 1, end)));
    start = text.indexOf('<', end ?? start + 1);
  }
  if (text.replaceAll(/<[^<>]*>/g, '').includes('>')) found.push('bracket:>');
  if (/&(?!(?:amp|lt|gt);)/.test(text)) found.push('ampersand:&');
  return found;
}

function endOfSequence(text: string, start: number): number | null {
  const end = text.indexOf('>', start);
  const next = text.indexOf('<', start + 1);
  return end === -1 || (next !== -1 && next < end) ? null : end;
}

function meaningOf(sequence: string): Alive {
  const [target = ''] = sequence.split('|', 1);
  if (target.startsWith('@')) return `user:${target.slice(1)}`;
  if (target.startsWith('#')) return `channel:${target.slice(1)}`;
  if (/^!(channel|here|everyone|group)$/.test(target)) return `broadcast:${target.slice(1)}`;
  if (target.startsWith('!subteam^')) return `group:${target.slice('!subteam^'.length)}`;
  if (target.startsWith('!')) return `special:${target.slice(1)}`;
  return `link:${target}`;
}

/**
 * Addresses that programs make clickable of their own accord: anything with a scheme, unless it ends like `hxxp`, which no
 * program knows, and what begins with "www". Bare
 * names such as "Node.js" and "example.com" are left alone; nobody can write of the world without them.
 */
export function addressesIn(text: string): readonly Alive[] {
  const found = text.match(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*(?<!hxxps?):\/\/[^\s/]|(?<![a-z0-9.])www\.[^\s.]/gi) ?? [];
  return found.map((address) => `address:${address}`);
}

const liveElements: Readonly<Record<string, string>> = {
  user: 'user_id',
  usergroup: 'usergroup_id',
  channel: 'channel_id',
  team: 'team_id',
  broadcast: 'range',
  link: 'url',
};
const links = ['url', 'image_url', 'thumb_url', 'title_url', 'video_url', 'slack_file'];

/** What is alive in blocks, a view, or whatever else of Block Kit. */
export function aliveInBlocks(value: unknown): readonly Alive[] {
  return nodesIn(value).flatMap((node) => {
    const type = String(node.type);
    const key = Object.hasOwn(liveElements, type) ? liveElements[type] : undefined;
    return [
      ...(key !== undefined && key in node ? [`${type}:${String(node[key])}`] : []),
      ...(type === 'mrkdwn' || type === 'markdown' ? aliveInMrkdwn(String(node.text)) : []),
      ...links.filter((name) => name in node && type !== 'link').map((name) => `link:${String(node[name])}`),
    ];
  });
}

/** All words that blocks show. */
export const wordsIn = (value: unknown): string =>
  nodesIn(value)
    .map((node) => [node.text, node.fallback, node.alt_text].filter((words) => typeof words === 'string').join('\n'))
    .join('\n');

type Node = Readonly<Record<string, unknown>>;

function nodesIn(value: unknown): readonly Node[] {
  const nodes: Node[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) nodes.push(next as Node);
    open.push(...Object.values(next));
  }
  return nodes;
}
