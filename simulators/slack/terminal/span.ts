/** How a piece of text looks. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly dim?: boolean;
  readonly red?: boolean;
}

/** A piece of text in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** A line of a drawing. */
export type Line = readonly Span[];

const codes: Readonly<Record<keyof Style, string>> = {
  bold: '1',
  dim: '2',
  italic: '3',
  underline: '4',
  strike: '9',
  code: '36',
  red: '31',
};

/** Takes text and a style; gives the span. */
export function span(text: string, style: Style = {}): Span {
  return { text, style };
}

/** Takes a line; gives it as a terminal shows it, in plain text when there is no colour. */
export function paint(line: Line, colour: boolean): string {
  return line.map(({ text, style }) => (colour ? inColour(text, style) : text)).join('');
}

/** Takes a line; gives its text. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

function inColour(text: string, style: Style): string {
  const on = Object.entries(codes).flatMap(([name, code]) =>
    Object.entries(style).some(([n, set]) => n === name && set) ? [code] : [],
  );
  return on.length > 0 && text !== '' ? `\u001b[${on.join(';')}m${text}\u001b[0m` : text;
}
