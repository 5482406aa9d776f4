import { app, team } from '../app-identity.ts';
import { asUser } from '../people.ts';
import type { Method } from './method.ts';
import { accepted, refused } from './reply.ts';

/** Who somebody is (docs.slack.dev/reference/methods/users.info). */
export const usersInfo: Method = {
  scope: 'users:read',
  run(args, { directory, settings }) {
    if (args.user === app.botUser) return accepted({ user: botUser });
    const person = directory.person(String(args.user));
    const showsEmail = settings.scopes.includes('users:read.email');
    return person ? accepted({ user: asUser(person, showsEmail) }) : refused('user_not_found');
  },
};

const botUser = { id: app.botUser, team_id: team.id, name: app.name, deleted: false, is_bot: true, is_app_user: false };
