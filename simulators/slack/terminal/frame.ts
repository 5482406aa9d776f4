import { type Line, paint, textOf } from './span.ts';
import { widthOf } from './width.ts';

/** How wide a drawing is unless said otherwise, in columns. */
export const usualWidth = 78;

/** What the frame takes of the width: a border and a space on either side. */
export const frameWidth = 4;

/** Takes lines and a width in columns; gives them in a box, one string for each row. */
export function framed(lines: readonly Line[], width: number, colour: boolean): readonly string[] {
  const bar = '─'.repeat(width - 2);
  const rows = lines.map((line) => `│ ${paint(line, colour)}${padding(line, width - frameWidth)} │`);
  return [`┌${bar}┐`, ...rows, `└${bar}┘`];
}

function padding(line: Line, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(textOf(line))));
}
