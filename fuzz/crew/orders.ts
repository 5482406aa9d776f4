/** What a worker is told to do: so many runs of a target, all of them determined by the seed. */
export interface Order {
  readonly target: string;
  readonly runs: number;
  readonly seed: number;
}

/** What a worker tells: that it lives, or how an order ended. */
export type Report =
  | { readonly kind: 'alive' }
  | {
      readonly kind: 'done';
      readonly runs: number;
      readonly seconds: number;
      readonly worstMsPer64kB: number;
      readonly failure: { readonly path: string; readonly found: string; readonly input: string } | null;
    };
