import { channels, groups, people } from '../simulators/slack/index.ts';

/** What can be different in the demo's access file. */
export interface AccessWish {
  /** Whether summaries may go where another organisation reads along. */
  readonly allowsExternal: boolean;
}

/** The access file of the demo's office, written as an administrator would. */
export const accessFileText = ({ allowsExternal }: AccessWish): string => `contact: Ask Ada Winter.

# Leo Ball has extension 3202 and Inês Duarte 3203, by their e-mail addresses.
match_email: true

# Ada Winter
admins: [${people.administrator.id}]

# Mara Quinn is in the user group "Shift leads".
leads:
  - group: ${groups.shiftLeads.id}
    extensions: [3200-3299]

# #general
closed_channels: [${channels.general.id}]
# #escalations
redacted_channels: [${channels.escalations.id}]

allow_external: ${allowsExternal}
`;
