import { people } from './people.ts';

/** A user group, which people mention as a whole (docs.slack.dev/reference/objects/usergroup-object). */
export interface UserGroup {
  readonly id: string;
  readonly name: string;
  /** What people type after the `@`. */
  readonly handle: string;
  /** The ids of the people in it. */
  readonly members: readonly string[];
}

/** The user groups of the simulated workspace. */
export const groups = {
  shiftLeads: { id: 'S0SHIFTLEAD', name: 'Shift leads', handle: 'shift-leads', members: [people.lead.id] },
} as const satisfies Record<string, UserGroup>;
