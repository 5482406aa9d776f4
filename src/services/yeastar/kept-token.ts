import type { TokenTurn, TokenVault } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { type Holding, holdingOfStored, storedTokenOf } from './holding.ts';
import { sparingStore } from './store-faults.ts';
import type { WallClock } from './wall-clock.ts';

/** Longer than the PBX takes for a token as a rule; after that others no longer wait for whoever has the turn. */
export const longestTurnMs = 10_000;

/**
 * The token that processes and starts share. It spares the PBX sign-ins, and nothing depends on it: while the store
 * cannot be used, nothing is found there and the turn is everybody's.
 */
export interface KeptToken {
  load(): Promise<Holding | null>;
  /** Gives the token back, with a note whether it is kept. */
  save(holding: Holding): Promise<Holding>;
  forget(): Promise<void>;
  /** Null while another process asks for a new token. */
  takeTurn(): Promise<TokenTurn | null>;
}

export function createKeptToken(vault: TokenVault, clock: Clock, wallClock: WallClock): KeptToken {
  return {
    async load() {
      const stored = await sparingStore(vault.load(), null);
      return stored === null ? null : holdingOfStored(stored, clock.elapsedMs(), wallClock().getTime());
    },
    async save(holding) {
      const saved = vault.save(storedTokenOf(holding, clock.elapsedMs(), wallClock().getTime()));
      const isKept = await sparingStore(
        saved.then(() => true),
        false,
      );
      return { ...holding, isKept };
    },
    forget: () => sparingStore(vault.forget(), undefined),
    async takeTurn() {
      const turn = await sparingStore(vault.takeTurn(wallClock(), longestTurnMs), everybodysTurn);
      return turn === null ? null : { end: () => sparingStore(turn.end(), undefined) };
    },
  };
}

const everybodysTurn: TokenTurn = { end: async () => {} };
