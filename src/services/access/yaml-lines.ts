import { isMap, isScalar, isSeq } from 'yaml';

/** The line in which a path's last step that exists was written: a key, or an entry of a list. */
export function lineWithin(root: unknown, path: readonly PropertyKey[], lineAt: (offset: number) => number): number {
  let node = root;
  let line = 1;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === null) break;
    line = next.offset === null ? line : lineAt(next.offset);
    node = next.node;
  }
  return line;
}

function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number | null } | null {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? null : { node: item, offset: offsetOf(item) };
  }
  const pair = isMap(node) ? node.items.findLast(({ key }) => isScalar(key) && key.value === step) : undefined;
  return pair === undefined ? null : { node: pair.value, offset: offsetOf(pair.key) };
}

const offsetOf = (node: unknown): number | null =>
  isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? null) : null;
