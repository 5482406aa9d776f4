import { all, choice, object, type Rule, text, unless } from '../rule.ts';

/** What every picture has: words for those who do not see it, and where it is. */
export const picture = {
  type: choice('image'),
  alt_text: text({ max: 2_000 }),
  image_url: text({ max: 3_000 }),
  slack_file: object({ id: text(), url: text() }, []),
};

/** Refuses a picture that is nowhere. */
export const isSomewhere = unless(
  ({ image_url, slack_file }) => (image_url === undefined) === (slack_file === undefined),
  'must define either `image_url` or `slack_file`',
);

/** A picture inside another block. */
export const image: Rule = all(isSomewhere, object(picture, ['alt_text']));
