import {
  isArrayLiteralExpression,
  isArrowFunction,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isIfStatement,
  isNumericLiteral,
  isObjectLiteralExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isReturnStatement,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';

/** One slip of the hand: what is written in place of a node. */
export interface Slip {
  readonly name: string;
  readonly replacement: string;
}

/** The text of a node as it stands. */
export type TextOf = (node: Node) => string;

/** Looks at one node; gives the slips one could make there. */
type Operator = (node: Node, textOf: TextOf) => readonly Slip[];

const slip = (name: string, replacement: string): Slip => ({ name, replacement });

const otherComparisons: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};

const flipComparison: Operator = (node, textOf) => {
  if (!isBinaryExpression(node)) return [];
  const operator = textOf(node.operatorToken);
  const others = otherComparisons[operator] ?? [];
  return others.map((other) =>
    slip(`${operator} becomes ${other}`, `${textOf(node.left)} ${other} ${textOf(node.right)}`),
  );
};

const otherJunction: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };

const loosenJunction: Operator = (node, textOf) => {
  if (!isBinaryExpression(node)) return [];
  const operator = textOf(node.operatorToken);
  if (!['&&', '||', '??'].includes(operator)) return [];
  const [left, right] = [textOf(node.left), textOf(node.right)];
  const other = otherJunction[operator];
  const swapped = other === undefined ? [] : [slip(`${operator} becomes ${other}`, `(${left}) ${other} (${right})`)];
  return [
    ...swapped,
    slip(`right of ${operator} is lost`, `(${left})`),
    slip(`left of ${operator} is lost`, `(${right})`),
  ];
};

const forceCondition: Operator = (node, textOf) => {
  if (isIfStatement(node)) return conditions('if', textOf(node.expression), (now) => ifWith(node, textOf, now));
  if (!isConditionalExpression(node)) return [];
  const branches = `(${textOf(node.whenTrue)}) : (${textOf(node.whenFalse)})`;
  return conditions('?', textOf(node.condition), (now) => `(${now}) ? ${branches}`);
};
const conditions = (name: string, condition: string, write: (now: string) => string) => [
  slip(`${name}: always`, write('true')),
  slip(`${name}: never`, write('false')),
  slip(`${name}: the other way round`, write(`!(${condition})`)),
];
const ifWith = (node: Node, textOf: TextOf, now: string) =>
  isIfStatement(node)
    ? `if (${now}) ${textOf(node.thenStatement)}${node.elseStatement ? ` else ${textOf(node.elseStatement)}` : ''}`
    : '';

const swapBoolean: Operator = (node) => {
  if (node.kind === SyntaxKind.TrueKeyword) return [slip('true becomes false', 'false')];
  return node.kind === SyntaxKind.FalseKeyword ? [slip('false becomes true', 'true')] : [];
};

const loseNegation: Operator = (node, textOf) =>
  isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken
    ? [slip('! is lost', `(${textOf(node.operand)})`)]
    : [];

const otherMethods: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  trim: 'trimStart',
  toLowerCase: 'toUpperCase',
};
const answering = new Set(['includes', 'has', 'test', 'some', 'every']);

const confuseCall: Operator = (node, textOf) => {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return [];
  const method = textOf(node.expression.name);
  const object = textOf(node.expression.expression);
  const other = otherMethods[method];
  return [
    slip(`.${method}() is lost`, `(${object})`),
    ...(other === undefined ? [] : [slip(`.${method}() becomes .${other}()`, otherCall(textOf(node), method, other))]),
    ...(answering.has(method) ? [slip(`.${method}() answers the opposite`, `(!${textOf(node)})`)] : []),
  ];
};
const otherCall = (call: string, method: string, other: string) => {
  const at = call.indexOf(`.${method}(`);
  return `${call.slice(0, at)}.${other}(${call.slice(at + method.length + 2)}`;
};

const emptyReturn: Operator = (node, textOf) => {
  if (isReturnStatement(node) && node.expression)
    return ['undefined', 'null']
      .filter((nothing) => nothing !== textOf(node).slice(7, -1))
      .map((nothing) => slip(`returns ${nothing}`, `return ${nothing};`));
  if (!isArrowFunction(node) || isBlock(node.body)) return [];
  const head = textOf(node).slice(0, -textOf(node.body).length);
  return [slip('gives undefined', `${head}undefined`)];
};

const changeLiteral: Operator = (node, textOf) => {
  if (isStringLiteral(node))
    return [slip(`${textOf(node)} becomes something else`, textOf(node) === "''" ? "'x'" : "''")];
  if (isNumericLiteral(node)) return [slip(`${textOf(node)} becomes one more`, `${Number(textOf(node)) + 1}`)];
  return node.kind === SyntaxKind.NullKeyword ? [slip('null becomes undefined', 'undefined')] : [];
};

const loseEntry: Operator = (node, textOf) => {
  if (isArrayLiteralExpression(node)) return without(node.elements.map(textOf), '[', ']');
  return isObjectLiteralExpression(node) ? without(node.properties.map(textOf), '{', '}') : [];
};
const without = (entries: readonly string[], open: string, close: string) =>
  entries.map((entry, lost) =>
    slip(`${entry} is lost`, `${open}${entries.filter((_, index) => index !== lost).join(', ')}${close}`),
  );

const loosenRegex: Operator = (node, textOf) => {
  if (!isRegularExpressionLiteral(node)) return [];
  const source = textOf(node);
  return Array.from(source.matchAll(/\^|\$(?=\/)|\+/g), ({ index, 0: sign }) =>
    slip(`${sign} of ${source} is lost`, source.slice(0, index) + source.slice(index + sign.length)),
  );
};

const dropOptionalChain: Operator = (node, textOf) =>
  isPropertyAccessExpression(node) && node.questionDotToken
    ? [slip('?. becomes .', `${textOf(node.expression)}.${textOf(node.name)}`)]
    : [];

export const operators: readonly Operator[] = [
  flipComparison,
  loosenJunction,
  forceCondition,
  swapBoolean,
  loseNegation,
  confuseCall,
  emptyReturn,
  changeLiteral,
  loseEntry,
  loosenRegex,
  dropOptionalChain,
];
