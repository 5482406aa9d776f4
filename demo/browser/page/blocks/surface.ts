import { createContext, useContext } from 'react';
import type { SlackJson, Where } from '../../contract.ts';

/** What blocks stand on: a message, or the window. */
export interface Surface {
  readonly where: Where;
  /** What stands in the fields, by block_id and action_id. */
  readonly values: Readonly<Record<string, Readonly<Record<string, SlackJson>>>>;
  /** Below fields, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the person has typed into a field of the window and nobody was told yet; undefined where they have not. */
  readonly typedInto: (blockId: string) => string | undefined;
  readonly type: (blockId: string, text: string) => void;
}

/** Where blocks find what they stand on. */
export const SurfaceContext = createContext<Surface | null>(null);

/** Gives what this block stands on. @throws outside of a message and a window */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('This block stands on nothing.');
  return surface;
}

/** Gives what stands in a field. */
export const useValue = (blockId: string, actionId: string): SlackJson =>
  useSurface().values[blockId]?.[actionId] ?? {};
