import { type Alias, type Document, isScalar, type Node, Scalar, visit, type YAMLError, type YAMLMap } from 'yaml';
import { type FileProblem, inFileOrder } from './file-problem.ts';

type LineAt = (offset: number) => number;

const words: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'begins with a tab; use spaces',
  MULTIPLE_DOCS: 'begins a second document; keep everything in one',
  MISSING_CHAR: 'lacks a closing quote or bracket',
  BAD_SCALAR_START: 'holds a text that begins with a special character; put it in quotes',
  TAG_RESOLVE_FAILED: 'holds a tag (a word with an exclamation mark); leave it out',
};

/** What stops the text from being YAML. */
export const syntaxProblem = ({ code, pos, message }: YAMLError, lineAt: LineAt): FileProblem => ({
  line: lineAt(pos[0]),
  place: '',
  ...(words[code] === undefined ? { problem: 'cannot be read as YAML', detail: message } : { problem: words[code] }),
});

/** What is YAML, and yet would not mean what the writer thinks. */
export function oddities(document: Document, lineAt: LineAt) {
  const problems: FileProblem[] = [];
  let hasAlias = false;
  const report = (node: Node, written: string, problem: string) =>
    problems.push({ line: lineAt(node.range?.[0] ?? 0), place: '', problem, written });
  visit(document, {
    Alias(_, alias: Alias) {
      hasAlias = true;
      report(alias, `*${alias.source}`, 'refers to something written elsewhere; write it out here');
    },
    Map(_, map: YAMLMap) {
      for (const key of repeatedKeys(map)) report(key, String(key.value), 'is given twice; keep one');
    },
    Scalar(_, scalar: Scalar) {
      const number = losesItsZero(scalar);
      if (number !== null) report(scalar, number, 'is a number that begins with a zero; put quotation marks around it');
    },
  });
  return { problems: inFileOrder(problems), hasAlias };
}

function repeatedKeys({ items }: YAMLMap): readonly Scalar[] {
  const keys = items.map(({ key }) => key).filter((key) => isScalar(key));
  const seen = new Set<unknown>();
  return keys.filter(({ value }) => seen.size === seen.add(value).size);
}

/** Without quotes many a program reads 0321 as the number 321, or as an octal one, and saves it like that. */
const losesItsZero = ({ type, source = '' }: Scalar): string | null =>
  type === Scalar.PLAIN && /^0\d+$/.test(source) ? source : null;
