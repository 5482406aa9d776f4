import type { PeopleDirectory } from '../services/access/people-directory.ts';

/** People when Slack cannot be asked: everybody is taken for a full member without an e-mail address or a known group. */
export const assumedPeople: PeopleDirectory = {
  find: async ({ id }) => ({
    id,
    isMember: true,
    isGuest: false,
    isBot: false,
    isDeactivated: false,
    timeZone: null,
    email: null,
  }),
  groupsOf: async () => ({ groups: new Set(), isComplete: false }),
};
