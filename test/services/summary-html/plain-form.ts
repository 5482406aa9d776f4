import type { Part, SummaryDocument, TextRun } from '../../../src/services/summary-document.ts';

/**
 * A document as the fixtures write it: `# ` before a title, `- ` or `1. ` before a list entry with two spaces for each
 * level, anything else a paragraph; `**bold**`, `__italic__`, `` `code` `` (combined: ``**__`all`__**``); a line break
 * inside a part is ⏎; `(cut)` at the end where something was left out. Blank lines do not count.
 */
export function plainForm({ sections, isCut }: SummaryDocument): string {
  const lines = sections.flatMap(({ title, parts }) => [
    ...(title === null ? [] : [`# ${title}`]),
    ...parts.map(plainPart),
  ]);
  return [...lines, ...(isCut ? ['(cut)'] : [])].join('\n');
}

function plainPart(part: Part): string {
  const words = part.runs.map(plainRun).join('');
  if (part.kind === 'paragraph') return words;
  return `${'  '.repeat(part.depth)}${part.number === null ? '-' : `${part.number}.`} ${words}`;
}

function plainRun({ text, bold, italic, code }: TextRun): string {
  const marks = [bold ? '**' : '', italic ? '__' : '', code ? '`' : ''];
  return `${marks.join('')}${text.replaceAll('\n', '⏎')}${marks.toReversed().join('')}`;
}
