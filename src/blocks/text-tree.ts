/**
 * A node of the tree we hand to turndown: as much of a DOM as it asks for. Words that are already clean need not be
 * written as HTML only to be parsed again, which took longer than everything else about a message together.
 */
export class TreeNode {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly childNodes: TreeNode[];
  /** The words of a text; turndown changes them where it collapses white space. */
  data: string;
  /** What stands before a list entry. */
  readonly marker: string;
  parentNode: TreeNode | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;

  constructor(nodeName: string, nodeType: number, childNodes: TreeNode[], data: string, marker: string) {
    this.nodeName = nodeName;
    this.nodeType = nodeType;
    this.childNodes = childNodes;
    this.data = data;
    this.marker = marker;
    for (const child of childNodes) child.parentNode = this;
    linkSiblings(childNodes);
  }

  get firstChild(): TreeNode | null {
    return this.childNodes[0] ?? null;
  }

  get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.childNodes.reduce((text, child) => text + child.textContent, this.data);
  }

  getElementsByTagName(name: string): TreeNode[] {
    return this.childNodes.flatMap((child) => [
      ...(child.nodeName === name ? [child] : []),
      ...child.getElementsByTagName(name),
    ]);
  }

  removeChild(child: TreeNode): void {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    linkSiblings(this.childNodes);
  }

  /** turndown works on a copy, so that its caller keeps the tree; ours is made for it alone. */
  cloneNode(): TreeNode {
    return this;
  }
}

/** An element, by its HTML name in capitals. */
export const element = (name: string, children: TreeNode[], marker = ''): TreeNode =>
  new TreeNode(name, 1, children, '', marker);

/** Words as they are: in a tree there is nothing to escape. */
export const words = (text: string): TreeNode => new TreeNode('#text', 3, [], text, '');

function linkSiblings(nodes: readonly TreeNode[]): void {
  for (const [index, node] of nodes.entries()) {
    node.previousSibling = nodes[index - 1] ?? null;
    node.nextSibling = nodes[index + 1] ?? null;
  }
}
