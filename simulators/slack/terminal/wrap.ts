import { type Line, type Span, type Style, span } from './span.ts';
import { breaksAnywhere, charactersOf, widthOf } from './width.ts';

/** Takes spans, which may hold line breaks, and a width in columns; gives lines no wider than that, broken between words. */
export function wrap(spans: readonly Span[], width: number): readonly Line[] {
  const page = emptyPage(width);
  for (const { text, style } of spans) for (const piece of piecesOf(text, width)) page.put(piece, style);
  return page.lines.map(withoutEndingSpace);
}

function emptyPage(width: number) {
  const lines: Span[][] = [[]];
  let column = 0;
  let isContinued = false;
  const breakLine = (within: boolean) => {
    lines.push([]);
    column = 0;
    isContinued = within;
  };
  const put = (piece: string, style: Style) => {
    if (piece === '\n') return breakLine(false);
    if (column > 0 && column + widthOf(piece.trimEnd()) > width) breakLine(true);
    // A sentence that goes on loses the space it was broken at; code keeps the indent of its own lines.
    const shown = column === 0 && isContinued ? piece.trimStart() : piece;
    lines.at(-1)?.push(span(shown, style));
    column += widthOf(shown);
  };
  return { lines, put };
}

/** Cuts text into what must stay together: words with the space after them and the brackets of a control around them, single CJK characters, line breaks. */
function piecesOf(text: string, width: number): readonly string[] {
  const words = text.match(/\n|(?:\[ )?[^\s]+(?: ▾)?(?: \])?[^\S\n]*|[^\S\n]+/gu) ?? [];
  return words.flatMap((word) => (needsCutting(word, width) ? charactersOf(word) : [word]));
}

function needsCutting(word: string, width: number): boolean {
  return widthOf(word.trimEnd()) > width || breaksAnywhere(word);
}

function withoutEndingSpace(line: Line): Line {
  const last = line.at(-1);
  if (!last) return line;
  const trimmed = span(last.text.trimEnd(), last.style);
  return trimmed.text === '' ? withoutEndingSpace(line.slice(0, -1)) : [...line.slice(0, -1), trimmed];
}
