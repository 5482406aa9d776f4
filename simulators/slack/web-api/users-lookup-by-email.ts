import { stringIn } from '../json.ts';
import { asUser } from '../people.ts';
import type { Method } from './method.ts';
import { accepted, refused } from './reply.ts';

/** Whose e-mail address that is (docs.slack.dev/reference/methods/users.lookupByEmail). Deactivated people are not found. */
export const usersLookupByEmail: Method = {
  scope: 'users:read.email',
  run(args, { directory }) {
    const person = directory.personWithEmail(stringIn(args, 'email') ?? '');
    return person ? accepted({ user: asUser(person, true) }) : refused('users_not_found');
  },
};
