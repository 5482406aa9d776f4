import { byType, choice, flag, object, type Rule, text } from './rule.ts';

/** A `plain_text` object of at most `max` characters. */
export function plainText(max: number): Rule {
  return byType({ plain_text: object({ type: choice('plain_text'), text: text({ max }), emoji: flag }, ['text']) });
}

/** A `mrkdwn` object of at most `max` characters. */
export function mrkdwn(max: number): Rule {
  return byType({ mrkdwn: mrkdwnObject(max) });
}

/** A text object of either kind (docs.slack.dev/reference/block-kit/composition-objects/text-object). */
export function anyText(max: number): Rule {
  return byType({ plain_text: plainText(max), mrkdwn: mrkdwnObject(max) });
}

function mrkdwnObject(max: number): Rule {
  return object({ type: choice('mrkdwn'), text: text({ max }), verbatim: flag }, ['text']);
}
