import { fromMrkdwn } from './mrkdwn.ts';
import { RichText } from './rich-text.tsx';
import type { TextObject } from './shapes.ts';

/**
 * Draws a text. The library takes plain text for mrkdwn, and reads mentions out of escaped mrkdwn; so plain text is left to
 * React, and mrkdwn comes to the library as rich text, whose words it does not read.
 */
export function Text({ text: { type, text } }: { readonly text: TextObject }) {
  return type === 'plain_text' ? (
    <span className="plain">{text}</span>
  ) : (
    <RichText elements={[{ type: 'rich_text_section', elements: fromMrkdwn(text) }]} />
  );
}
