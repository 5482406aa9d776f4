import type { DenyRule } from '../../../../src/services/access/decision.ts';
import type { Person, PersonEmail } from '../../../../src/services/access/people-directory.ts';

/** How it stands with a person's e-mail address in Slack. */
export type EmailStatus = 'good' | 'unconfirmed' | 'shared' | 'odd' | 'none';

/** Somebody who asks; `refused` is the answer whatever the rules say, written down by hand. */
export interface Actor {
  readonly name: string;
  readonly person: Person | 'unknown';
  readonly refused: DenyRule | null;
  readonly email: EmailStatus;
}

export const me = 'U0ME';
export const myEmail = 'leo.ball@example.com';
/** What somebody wrote into a field for an address; nobody can be told by it. */
export const noEmail = 'reception desk';

const emails: Readonly<Record<EmailStatus, PersonEmail | null>> = {
  good: { address: myEmail, isConfirmed: true, isUnique: true },
  unconfirmed: { address: myEmail, isConfirmed: false, isUnique: true },
  shared: { address: myEmail, isConfirmed: true, isUnique: false },
  odd: { address: noEmail, isConfirmed: true, isUnique: true },
  none: null,
};

const member = { id: me, isMember: true, isGuest: false, isBot: false, isDeactivated: false, timeZone: null };
const actor = (name: string, refused: DenyRule | null, flags: Partial<Person>, email: EmailStatus = 'good'): Actor => ({
  name,
  person: { ...member, email: emails[email], ...flags },
  refused,
  email,
});

export const actors: readonly Actor[] = [
  actor('a full member', null, {}),
  actor('a full member with an unconfirmed address', null, {}, 'unconfirmed'),
  actor('a full member whose address is somebody else’s too', null, {}, 'shared'),
  actor('a full member whose address is none', null, {}, 'odd'),
  actor('a full member without an address', null, {}, 'none'),
  actor('a guest', 'guest', { isGuest: true }),
  actor('a bot', 'bot', { isBot: true }),
  actor('a deactivated person', 'deactivated', { isDeactivated: true }),
  actor('a person of another workspace', 'other_workspace', { isMember: false }),
  actor('a deactivated guest', 'deactivated', { isDeactivated: true, isGuest: true }),
  actor('a deactivated bot', 'bot', { isDeactivated: true, isBot: true }),
  actor('a guest, bot and deactivated, of another workspace', 'other_workspace', {
    isMember: false,
    isBot: true,
    isDeactivated: true,
    isGuest: true,
  }),
  { name: 'a person Slack does not vouch for', person: 'unknown', refused: 'not_verified', email: 'good' },
];
