import TurndownService from 'turndown';
import type { Part, TextRun } from '../services/summary-document.ts';
import { escapeMrkdwn } from './kit.ts';
import type { Size } from './size.ts';
import type { Page, PageSection, Sizes } from './summary-pages.ts';
import { element, type TreeNode, words } from './text-tree.ts';

/**
 * The sections of a page as mrkdwn, for everyone who does not see blocks: screen readers, notifications, other tools.
 */
export function sectionsText({ sections }: Page): string {
  return sections.length === 0 ? '' : turndown.turndown(element('DIV', sections.flatMap(sectionNodes)));
}

/** What sections take as mrkdwn: only text, after escaping. */
export const textSizes: Sizes = {
  sectionStart: ({ title }) => textSize(title === null ? 2 : escapedLength(title) + '\n\n**\n'.length),
  part: (part) => textSize(part.runs.reduce((length, run) => length + runLength(run), markerOf(part).length + 1)),
};

// One instance, on trees that we made ourselves of clean text of bounded length: what it does badly it never meets.
const turndown = new TurndownService({ br: '', blankReplacement: () => '' });
turndown.escape = escapeMrkdwn;
turndown.addRule('title', { filter: 'h3', replacement: (content) => `\n\n*${content}*\n` });
turndown.addRule('paragraph', { filter: 'p', replacement: (content) => `\n${content}\n` });
turndown.addRule('entry', {
  filter: 'li',
  replacement: (content, node: TreeNode) => `\n${node.marker}${content}\n`,
});
turndown.addRule('bold', { filter: 'b', replacement: (content) => `*${content}*` });
turndown.addRule('italic', { filter: 'i', replacement: (content) => `_${content}_` });
// turndown gives the text of code as it is, without `escape`.
turndown.addRule('code', { filter: 'code', replacement: (content) => `\`${escapeMrkdwn(content)}\`` });

function sectionNodes({ title, parts }: PageSection): TreeNode[] {
  return [...(title === null ? [] : [element('H3', [words(title)])]), ...parts.map(partNode)];
}

function partNode(part: Part): TreeNode {
  return element(part.kind === 'paragraph' ? 'P' : 'LI', part.runs.flatMap(runNodes), markerOf(part));
}

/** What stands before a list entry: four spaces for each level, then its bullet or number. */
function markerOf(part: Part): string {
  if (part.kind === 'paragraph') return '';
  return `${'    '.repeat(part.depth)}${part.number === null ? '•' : `${part.number}.`} `;
}

function runNodes({ text, bold, italic, code }: TextRun): TreeNode[] {
  const names = [...(bold ? ['B'] : []), ...(italic ? ['I'] : []), ...(code ? ['CODE'] : [])];
  const lines = text.split('\n').map((line) => (line === '' ? [] : [words(line)]));
  const nodes = lines.flatMap((line, index) => (index === 0 ? line : [element('BR', []), ...line]));
  return names.reduceRight((inside, name) => [element(name, inside)], nodes);
}

function runLength({ text, bold, italic, code }: TextRun): number {
  return escapedLength(text) + [bold, italic, code].filter(Boolean).length * 2;
}

const ampersand = '&'.charCodeAt(0);
const less = '<'.charCodeAt(0);
const greater = '>'.charCodeAt(0);

/** What `escapeMrkdwn` would make, counted: a long text is measured more often than it is written. */
function escapedLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === ampersand) length += '&amp;'.length - 1;
    else if (code === less || code === greater) length += '&lt;'.length - 1;
  }
  return length;
}

function textSize(textCharacters: number): Size {
  return { textCharacters, jsonCharacters: 0, blocks: 0 };
}
