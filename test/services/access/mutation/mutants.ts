import {
  isImportDeclaration,
  isInterfaceDeclaration,
  isTypeAliasDeclaration,
  isTypeNode,
  type Node,
} from 'typescript/unstable/ast';
import { operators } from './operators.ts';
import { withSyntaxTree } from './syntax-tree.ts';

/** A text with one slip of the hand in it. */
export interface Mutant {
  readonly line: number;
  readonly name: string;
  /** The node as it was written, on one line. */
  readonly original: string;
  readonly text: string;
}

/** Every mutant our operators can make of a TypeScript text. Types are left alone: nothing of them is left at run time. */
export const mutantsOf = (text: string): readonly Mutant[] =>
  withSyntaxTree(text, (tree) => {
    const startOf = (node: Node) => node.getStart(tree);
    const textOf = (node: Node) => text.slice(startOf(node), node.end);
    return nodesIn(tree).flatMap((node) =>
      operators
        .flatMap((operator) => operator(node, textOf))
        .map(({ name, replacement }) => ({
          line: text.slice(0, startOf(node)).split('\n').length,
          name,
          original: textOf(node).replaceAll(/\s+/g, ' '),
          text: text.slice(0, startOf(node)) + replacement + text.slice(node.end),
        })),
    );
  });

const isWithoutRunTime = (node: Node) =>
  isImportDeclaration(node) || isInterfaceDeclaration(node) || isTypeAliasDeclaration(node) || isTypeNode(node);

function nodesIn(root: Node): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    if (isWithoutRunTime(node)) return;
    nodes.push(node);
    node.forEachChild(visit);
  };
  visit(root);
  return nodes;
}
