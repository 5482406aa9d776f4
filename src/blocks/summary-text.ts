import TurndownService from 'turndown';
import type { Part, TextRun } from '../services/summary-document.ts';
import { escapeMrkdwn } from './kit.ts';
import type { Size } from './size.ts';
import type { Page, PageSection, Sizes } from './summary-pages.ts';

/**
 * The sections of a page as mrkdwn, for everyone who does not see blocks: screen readers, notifications, other tools.
 */
export function sectionsText({ sections }: Page): string {
  return sections.length === 0 ? '' : turndown.turndown(sections.map(sectionHtml).join(''));
}

/** What sections take as mrkdwn: only text, after escaping. */
export const textSizes: Sizes = {
  sectionStart: ({ title }) => textSize(title === null ? 2 : escapedLength(title) + '\n\n**\n'.length),
  part: (part) => textSize(part.runs.reduce((length, run) => length + runLength(run), markerOf(part).length + 1)),
};

/** What turndown asks of the nodes our rules look at. */
interface RuleNode {
  getAttribute(name: string): string | null;
}

// One instance, on HTML that we wrote ourselves from clean text of bounded length: what it does badly it never meets.
const turndown = new TurndownService({ br: '', blankReplacement: () => '' });
turndown.escape = escapeMrkdwn;
turndown.addRule('title', { filter: 'h3', replacement: (content) => `\n\n*${content}*\n` });
turndown.addRule('paragraph', { filter: 'p', replacement: (content) => `\n${content}\n` });
turndown.addRule('entry', {
  filter: 'li',
  replacement: (content, node: RuleNode) => `\n${node.getAttribute('data-marker')}${content}\n`,
});
turndown.addRule('bold', { filter: 'b', replacement: (content) => `*${content}*` });
turndown.addRule('italic', { filter: 'i', replacement: (content) => `_${content}_` });
// turndown gives the text of code as it is, without `escape`.
turndown.addRule('code', { filter: 'code', replacement: (content) => `\`${escapeMrkdwn(content)}\`` });

// The three characters that mrkdwn wants escaped are those that HTML text wants escaped.
function sectionHtml({ title, parts }: PageSection): string {
  return `${title === null ? '' : `<h3>${escapeMrkdwn(title)}</h3>`}${parts.map(partHtml).join('')}`;
}

function partHtml(part: Part): string {
  const words = part.runs.map(runHtml).join('');
  return part.kind === 'paragraph' ? `<p>${words}</p>` : `<li data-marker="${markerOf(part)}">${words}</li>`;
}

/** What stands before a list entry: four spaces for each level, then its bullet or number. */
function markerOf(part: Part): string {
  if (part.kind === 'paragraph') return '';
  return `${'    '.repeat(part.depth)}${part.number === null ? '•' : `${part.number}.`} `;
}

function runHtml({ text, bold, italic, code }: TextRun): string {
  const names = [...(bold ? ['b'] : []), ...(italic ? ['i'] : []), ...(code ? ['code'] : [])];
  const words = escapeMrkdwn(text).replaceAll('\n', '<br>');
  return names.reduceRight((html, name) => `<${name}>${html}</${name}>`, words);
}

function runLength({ text, bold, italic, code }: TextRun): number {
  return escapedLength(text) + [bold, italic, code].filter(Boolean).length * 2;
}

/** What `escapeMrkdwn` would make, counted: a long text is measured more often than it is written. */
function escapedLength(text: string): number {
  let length = text.length;
  for (const character of text) {
    if (character === '&') length += '&amp;'.length - 1;
    if (character === '<' || character === '>') length += '&lt;'.length - 1;
  }
  return length;
}

function textSize(textCharacters: number): Size {
  return { textCharacters, jsonCharacters: 0, blocks: 0 };
}
