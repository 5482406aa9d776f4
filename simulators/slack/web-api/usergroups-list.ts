import { team } from '../app-identity.ts';
import type { UserGroup } from '../user-groups.ts';
import { isTrue } from './arguments.ts';
import type { Method } from './method.ts';
import { accepted } from './reply.ts';

/** Every user group, and on request who is in it (docs.slack.dev/reference/methods/usergroups.list). None is disabled. */
export const usergroupsList: Method = {
  scope: 'usergroups:read',
  run(args, { directory }) {
    const hasUsers = isTrue(args.include_users);
    return accepted({ usergroups: directory.everyGroup().map((group) => asUserGroup(group, hasUsers)) });
  },
};

function asUserGroup({ id, name, handle, members }: UserGroup, hasUsers: boolean) {
  const shown = { id, team_id: team.id, is_usergroup: true, name, handle, date_delete: 0 };
  return hasUsers ? { ...shown, users: members } : shown;
}
