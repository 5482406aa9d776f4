import { identifier } from '../composition.ts';
import { byType, choice, flag, list, object, type Rule, text, whole } from '../rule.ts';

const style = object(
  {
    bold: flag,
    italic: flag,
    strike: flag,
    underline: flag,
    code: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
  [],
);

/** The elements of a line of rich text, by type. Empty text is refused. */
const inline = {
  text: leaf('text', { text: text() }, ['text']),
  link: leaf('link', { url: text({ max: 3_000 }), text: text(), unsafe: flag }, ['url']),
  user: leaf('user', { user_id: text() }, ['user_id']),
  usergroup: leaf('usergroup', { usergroup_id: text() }, ['usergroup_id']),
  channel: leaf('channel', { channel_id: text() }, ['channel_id']),
  team: leaf('team', { team_id: text() }, ['team_id']),
  emoji: leaf('emoji', { name: text(), unicode: text(), url: text(), skin_tone: whole(2, 6) }, ['name']),
  date: leaf('date', { timestamp: whole(0), format: text(), url: text({ max: 3_000 }), fallback: text() }, [
    'timestamp',
    'format',
  ]),
  broadcast: leaf('broadcast', { range: choice('here', 'channel', 'everyone') }, ['range']),
  color: leaf('color', { value: text() }, ['value']),
} satisfies Readonly<Record<string, Rule>>;

const border = choice(0, 1);
const line = list(byType(inline));

const section = object({ type: choice('rich_text_section'), elements: line }, ['elements']);

/** The four parts rich text consists of. A list holds sections only: deeper levels are further lists with an indent. */
const parts: Readonly<Record<string, Rule>> = {
  rich_text_section: section,
  rich_text_list: object(
    {
      type: choice('rich_text_list'),
      style: choice('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: section })),
      indent: whole(0, 8),
      offset: whole(0),
      border,
    },
    ['style', 'elements'],
  ),
  rich_text_quote: object({ type: choice('rich_text_quote'), elements: line, border }, ['elements']),
  rich_text_preformatted: object(
    {
      type: choice('rich_text_preformatted'),
      elements: list(byType({ text: inline.text, link: inline.link })),
      border,
      language: text(),
    },
    ['elements'],
  ),
};

/** Formatted text (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export const richText: Rule = object(
  { type: choice('rich_text'), block_id: identifier, elements: list(byType(parts)) },
  ['elements'],
);

function leaf(type: string, fields: Readonly<Record<string, Rule>>, required: readonly string[]): Rule {
  return object({ ...fields, type: choice(type), style }, required);
}
