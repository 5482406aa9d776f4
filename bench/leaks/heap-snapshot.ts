/** How many objects of one kind a heap holds, and their own bytes. */
export interface Held {
  readonly count: number;
  readonly bytes: number;
}

/** By constructor for objects; by V8's own names for the rest: "(closure)", "(string)", "(code)". */
export type HeapCensus = ReadonlyMap<string, Held>;

/** What is read of a snapshot as V8 writes it (v8.dev: heap snapshot format): a flat list of numbers, several a node. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** Counts what a heap snapshot holds. Takes the text of a `.heapsnapshot` file. @throws SyntaxError where it is none */
export function censusOf(text: string): HeapCensus {
  const { snapshot, nodes, strings }: Snapshot = JSON.parse(text);
  const fields = snapshot.meta.node_fields;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field));
  const [types] = snapshot.meta.node_types;
  const census = new Map<string, { count: number; bytes: number }>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const field = (index = 0) => nodes[at + index] ?? 0;
    const kind = types[field(type)] ?? 'unknown';
    const key = kind === 'object' ? (strings[field(name)] ?? 'unknown') : `(${kind})`;
    const held = census.get(key) ?? { count: 0, bytes: 0 };
    census.set(key, { count: held.count + 1, bytes: held.bytes + field(size) });
  }
  return census;
}
