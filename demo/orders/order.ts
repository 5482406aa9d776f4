import type { Actor } from '../actor.ts';
import type { Role } from '../cast.ts';

/** A demo in which one is somebody, and can become somebody else. */
export interface Session extends Actor {
  role: Role;
  readonly colour: boolean;
}

/** Something a person at the demo's terminal can type. */
export interface Order {
  /** The first word of the line. */
  readonly name: string;
  /** As one types it, for the help. */
  readonly usage: string;
  readonly does: string;
  /** Does it with the words after the name; gives what is printed. @throws with a sentence for the person */
  run(session: Session, words: string): Promise<string> | string;
}
