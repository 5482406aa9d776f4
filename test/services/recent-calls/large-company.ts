import type { AccessRules } from '../../../src/services/access/access-rules.ts';
import type { PersonFacts } from '../../../src/services/access/person-facts.ts';
import { leo } from './switchboard.ts';

const number = (index: number) => String(3000 + index);

/** The rules of a company with 300 extensions, each tied to somebody, and 20 groups that lead ten of them each. */
export const rules: AccessRules = {
  version: 'large company',
  admins: new Set(),
  ties: Array.from({ length: 300 }, (_, index) => ({
    personId: index === 202 ? leo.id : `U${index}`,
    extensionNumber: number(index),
    from: '2020-01-01',
    until: null,
    line: index + 1,
  })),
  leads: Array.from({ length: 20 }, (_, index) => ({
    groupId: `S${index}`,
    extensions: [{ first: number(index * 10), last: number(index * 10 + 9) }],
    line: index + 301,
  })),
  matchesEmail: true,
  closedChannels: new Set(),
  redactedChannels: new Set(),
  allowsExternal: false,
  contact: null,
};

/** What is known of somebody who has an extension of their own and leads some. */
export const leoFacts: PersonFacts = {
  person: {
    id: leo.id,
    isMember: true,
    isGuest: false,
    isBot: false,
    isDeactivated: false,
    email: { address: 'leo@example.com', isConfirmed: true, isUnique: true },
    timeZone: null,
  },
  membership: { groups: new Set(['S0', 'S1']), isComplete: true },
  numbers: new Set(['3202']),
  numbersFailure: null,
};
