import { type Person, people } from '../simulators/slack/index.ts';

/** Somebody one can be in the demo. */
export interface Role {
  /** As one types it. */
  readonly name: string;
  readonly person: Person;
  /** What they may do, in a sentence. */
  readonly may: string;
}

const agent: Role = {
  name: 'agent',
  person: people.agent,
  may: 'reads the calls of 3202, whose e-mail address is theirs',
};

/** Everybody one can be; the agent is who one begins as. */
export const cast: readonly [Role, ...Role[]] = [
  agent,
  { name: 'lead', person: people.lead, may: 'reads 3200 to 3299, because the group Shift leads leads them' },
  { name: 'colleague', person: people.colleague, may: 'reads the calls of 3203, whose e-mail address is theirs' },
  { name: 'guest', person: people.guest, may: 'is a guest of the workspace, and reads nothing' },
  { name: 'outsider', person: people.outsider, may: 'is of another organisation: clicks in #ext-northwind only' },
  { name: 'admin', person: people.administrator, may: 'is an administrator: reads and takes back everything' },
];
