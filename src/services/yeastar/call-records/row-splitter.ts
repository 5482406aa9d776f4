import { CallSummaryError } from '../../../errors.ts';

/** Takes a JSON list apart while it arrives, and holds no more than one row of it. */
export interface RowSplitter {
  /** The texts of the rows that end in this chunk; null for a row longer than allowed. Chunks may be cut anywhere. */
  rowsIn(chunk: Uint8Array): Generator<string | null>;
  /**
   * To be told when all has arrived. Gives null after a list, and after anything else what it was.
   * @throws {CallSummaryError} `pbx_unexpected` where the list did not end, or something came after it
   */
  end(): string | null;
}

/** Finds only where rows begin and end; whether they are JSON shows when they are parsed. Lengths in UTF-16 units. */
export function createRowSplitter(longestRow: number): RowSplitter {
  const decoder = new TextDecoder(); // a letter that is not whole is replaced: no reason to lose the rest
  const boundariesIn = createBoundaries();
  const piece = createPiece(longestRow);
  let place: 'before' | 'list' | 'after' | 'elsewhere' = 'before';
  let isFirst = true;

  const enter = (text: string): string => {
    const start = text.trimStart();
    if (place !== 'before' || start === '') return text;
    place = start.startsWith('[') ? 'list' : 'elsewhere';
    return place === 'list' ? start.slice(1) : start;
  };
  const endRow = (isLast: boolean): (string | null)[] => {
    const row = piece.take();
    const isNone = isFirst && isLast && row?.trim() === ''; // as in [ ]
    isFirst = false;
    return isNone ? [] : [row];
  };
  function* rowsOf(text: string): Generator<string | null> {
    let start = 0;
    for (const { at, isLast } of place === 'list' ? boundariesIn(text) : []) {
      piece.add(text.slice(start, at));
      start = at + 1;
      place = isLast ? 'after' : 'list';
      yield* endRow(isLast);
    }
    if (place !== 'before') piece.add(text.slice(start));
  }
  return {
    rowsIn: (chunk) => rowsOf(enter(decoder.decode(chunk, { stream: true }))),
    end() {
      const rest = piece.take();
      if (place === 'list' || (place === 'after' && rest?.trim() !== '')) throw notJson();
      return place === 'after' ? null : (rest ?? '');
    },
  };
}

const deeper = new Map(Object.entries({ '[': 1, '{': 1, ']': -1, '}': -1 }));

/** Follows a list from behind its opening bracket: where in the text a row ends, and which one is the last. */
function createBoundaries() {
  const endingAt = createNesting();
  return function* boundariesIn(text: string) {
    for (let at = 0; at < text.length; at += 1) {
      const ending = endingAt(text.charAt(at));
      if (ending !== null) yield { at, isLast: ending === 'list' };
      if (ending === 'list') return;
    }
  };
}

/** Tells of each character of a list whether it ends a row, or the list. */
function createNesting(): (character: string) => 'row' | 'list' | null {
  const isInText = createTextWatch();
  let depth = 0;
  return (character) => {
    if (isInText(character)) return null;
    depth += deeper.get(character) ?? 0;
    if (depth < 0 && character !== ']') throw notJson();
    if (depth < 0) return 'list';
    return depth === 0 && character === ',' ? 'row' : null;
  };
}

/** Follows JSON, and tells of each character whether it belongs to a text, the opening quotation mark aside. */
function createTextWatch(): (character: string) => boolean {
  let isInside = false;
  let isEscaped = false;
  return (character) => {
    const wasInside = isInside;
    isInside = wasInside ? isEscaped || character !== '"' : character === '"';
    isEscaped = wasInside && !isEscaped && character === '\\';
    return wasInside;
  };
}

/** A text that grows up to a length, and is given up beyond it. */
function createPiece(longest: number) {
  let text = '';
  let isTooLong = false;
  return {
    add(more: string) {
      isTooLong ||= text.length + more.length > longest;
      text = isTooLong ? '' : text + more;
    },
    take() {
      const taken = isTooLong ? null : text;
      text = '';
      isTooLong = false;
      return taken;
    },
  };
}

/** What arrived is not JSON. */
export const notJson = (): CallSummaryError => new CallSummaryError('pbx_unexpected', { fault: 'not JSON' });
