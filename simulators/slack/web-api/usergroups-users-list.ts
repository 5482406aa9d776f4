import type { Method } from './method.ts';
import { accepted, refused } from './reply.ts';

/** Who is in a user group (docs.slack.dev/reference/methods/usergroups.users.list). */
export const usergroupsUsersList: Method = {
  scope: 'usergroups:read',
  run(args, { directory }) {
    const group = directory.group(String(args.usergroup));
    return group ? accepted({ users: group.members }) : refused('no_such_subteam');
  },
};
