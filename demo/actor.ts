import type { Role } from './cast.ts';
import type { Stage } from './stage.ts';

/** Somebody who is about to do something on the stage. */
export interface Actor {
  readonly stage: Stage;
  readonly role: Role;
}
