import type { Role } from '../../cast.ts';
import type { Stage } from '../../stage.ts';
import type { Deed, Done } from '../contract.ts';

/** A deed of one kind, with who does it. */
export interface DeedOf<Kind extends Deed['kind']> {
  readonly stage: Stage;
  readonly role: Role;
  readonly deed: Extract<Deed, { readonly kind: Kind }>;
}

/** A deed that went well. */
export const done: Done = { ok: true };

/** A deed of which nothing came, and why. */
export const failed = (problem: string): Done => ({ ok: false, problem });
