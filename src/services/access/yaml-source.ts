import { isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { FileProblem } from './file-problem.ts';
import { lineWithin } from './yaml-lines.ts';
import { oddities, syntaxProblem } from './yaml-problems.ts';

/** A YAML text, read: every value is the text that was written, and its line can be found. */
export interface YamlSource {
  readonly value: unknown;
  /** Where something stands, by its path; what is missing stands where it would belong. */
  lineOf(path: readonly PropertyKey[]): number;
  /** What is wrong with the text itself. Where it cannot be read at all, `value` is empty. */
  readonly problems: readonly FileProblem[];
}

/** Characters. Room for some two thousand ties; reading much more would keep the process from its work. */
const longestText = 128 * 1024;

/**
 * Reads YAML so that nothing is converted behind the writer's back: `failsafe` knows texts, lists and maps only. A key
 * without a value is as good as absent.
 */
export function readYaml(text: string): YamlSource {
  if (text.length > longestText) return unreadable([{ line: 1, place: '', problem: tooLong }]);
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const options = { ...reading, lineCounter: lines };
  const document = parseDocument(text, options);
  const syntax = [...document.errors, ...document.warnings]
    .slice(0, mostSyntaxErrors)
    .map((error) => syntaxProblem(error, lineAt));
  if (syntax.length > 0) return unreadable(syntax);
  visit(document, { Pair: (_, { value }) => (isEmpty(value) ? visit.REMOVE : undefined) });
  const { problems, hasAlias } = oddities(document, lineAt);
  if (hasAlias) return unreadable(problems);
  const lineOf = (path: readonly PropertyKey[]) => lineWithin(document.contents, path, lineAt);
  return { value: document.toJS() ?? {}, lineOf, problems };
}

/** Without the warnings, which the reader would write to the log by itself, with what stands in the file. */
const reading = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

/** One slip makes the reader stumble on for a while. */
const mostSyntaxErrors = 5;

const tooLong = `the file is longer than ${longestText / 1024} KiB`;

const unreadable = (problems: readonly FileProblem[]): YamlSource => ({
  value: {},
  lineOf: () => 1,
  problems,
});

const isEmpty = (node: unknown) =>
  node === null || (isScalar(node) && node.source === '' && node.type === Scalar.PLAIN);
