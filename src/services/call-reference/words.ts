/** Words that people put around the two ids and that say nothing by themselves. */
const fillers = new Set(
  'a an and by call cdr cdrid cdr_id ext ext_num exten extension for from id in leg leg_id legid no nr num number of on please summary tel the to'.split(
    ' ',
  ),
);

const mention = /<[@#!][^<>]*>/g;
const slackLink = /<https?:[^|<>]*\|?([^<>]*)>/g;
const link = /\bhttps?:\/\/\S+/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;
const invisible = /\p{Cf}/gu;
const separators = /[\s"'`´‘’‚“”„«»‹›()[\]{}<>|,;:=#.!?]+/u;
const emphasis = /^[*_~]+|[*_~]+$/g;
const glued = /^(?:ext|extension|x)(\d+)$/i;

/** Slack writes these three characters as entities wherever it escapes text (docs.slack.dev: formatting message text). */
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Typed text with look-alikes folded: entities, full-width digits, typographic dashes, invisible characters. */
export const foldLookAlikes = (text: string): string =>
  text
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(dashes, '-');

/** Text without what is only pasted along: mentions, and links (their label stays). */
export const withoutPastedLinks = (text: string): string =>
  text.replaceAll(mention, ' ').replaceAll(slackLink, ' $1 ').replaceAll(link, ' ');

/** The words that mean something: no punctuation, no fillers, no @names; `ext3202` is read as 3202. */
export function meaningfulWords(text: string): readonly string[] {
  return text
    .split(separators)
    .map((word) => word.replaceAll(emphasis, '').replace(glued, '$1'))
    .filter((word) => word !== '' && word !== '-' && !word.startsWith('@') && !fillers.has(word.toLowerCase()));
}
