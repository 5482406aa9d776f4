/** Whoever asks, as the chat's signed payload names them. Never taken from anything a person typed. */
export interface Reader {
  readonly id: string;
  /** The workspace the payload says the person belongs to; null where it names none. */
  readonly teamId: string | null;
}

/** A person's e-mail address in the chat. */
export interface PersonEmail {
  readonly address: string;
  /** Whether the person has shown that the address is theirs. */
  readonly isConfirmed: boolean;
  /** Whether looking the address up in the chat leads to this person and nobody else. */
  readonly isUnique: boolean;
}

/** What the chat says about a person, as far as access depends on it. */
export interface Person {
  readonly id: string;
  /** Whether the person belongs to the workspace the app is installed in. */
  readonly isMember: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly isDeactivated: boolean;
  readonly email: PersonEmail | null;
  /** Where the person's days begin, by the IANA name of the zone; null where the chat does not say. */
  readonly timeZone: string | null;
}

/** Which of the groups in question a person is in; not complete where some could not be asked about. */
export interface GroupMembership {
  readonly groups: ReadonlySet<string>;
  readonly isComplete: boolean;
}

/** `recent` may be five minutes old; `now` is asked anew. */
export type Freshness = 'recent' | 'now';

/** What access needs to know about people. Never throws: what cannot be learnt is unknown, and unknown is refused. */
export interface PeopleDirectory {
  find(reader: Reader, freshness: Freshness): Promise<Person | 'unknown'>;
  groupsOf(personId: string, among: ReadonlySet<string>, freshness: Freshness): Promise<GroupMembership>;
}
