import type { Compilable, CompiledQuery, Transaction } from 'kysely';
import type { Link } from './audit-chain.ts';
import type { AuditRow, Tables } from './tables.ts';

/** What the statements are said to. */
export type Within = Transaction<Tables>;

/** What is said to the database for each entry of the audit log. */
export interface ChainStatements {
  /**
   * The next number, and the hash before it, which `sealed` puts there first. Locks the chain's row, so that on every
   * database one adds after the other.
   */
  next(within: Within, sealed: string | undefined): Promise<Link>;
  add(within: Within, row: AuditRow): Promise<void>;
  /** Puts the hash of the last entry there. */
  seal(within: Within, hash: string): Promise<void>;
}

/** They are built and compiled once, and then only told other values: for each entry anew, that takes longer than to run them. */
export function createChainStatements(): ChainStatements {
  const moving = compiledOnce((within) => moveHead(within).returning(['head_number', 'head_hash']));
  const sealing = compiledOnce((within) =>
    moveHead(within).set({ head_hash: '' }).returning(['head_number', 'head_hash']),
  );
  const closing = compiledOnce((within) => within.updateTable('audit_chain').set({ head_hash: '' }));
  let adding: CompiledQuery | undefined;
  return {
    async next(within, sealed) {
      const query = sealed === undefined ? moving(within, [1]) : sealing(within, [1, sealed]);
      const [link] = (await within.executeQuery(query)).rows;
      if (link === undefined) throw new Error('the store has no audit chain');
      return { number: link.head_number, hash: link.head_hash };
    },
    async add(within, row) {
      adding ??= within.insertInto('audit_entries').values(row).compile();
      // All rows are made in one place: their columns stand in the same order.
      await within.executeQuery({ ...adding, parameters: Object.values(row) });
    },
    seal: async (within, hash) => void (await within.executeQuery(closing(within, [hash]))),
  };
}

const moveHead = (within: Within) =>
  within.updateTable('audit_chain').set((column) => ({ head_number: column('head_number', '+', 1) }));

function compiledOnce<Row>(build: (within: Within) => Compilable<Row>) {
  let compiled: CompiledQuery<Row> | undefined;
  return (within: Within, parameters: readonly unknown[]): CompiledQuery<Row> => {
    compiled ??= build(within).compile();
    return { ...compiled, parameters };
  };
}
