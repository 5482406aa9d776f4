import { stringIn } from '../json.ts';
import type { Method } from './method.ts';
import { accepted, refused } from './reply.ts';

/** Opens the direct message with a person (docs.slack.dev/reference/methods/conversations.open). */
export const conversationsOpen: Method = {
  scope: 'im:write',
  run(args, { directory, workspace }) {
    const ids = (stringIn(args, 'users') ?? '').split(',').filter(Boolean);
    const [id, another] = ids;
    if (id === undefined) return refused('users_list_not_supplied');
    if (another !== undefined) return refused('method_not_supported_for_channel_type');
    const person = directory.person(id);
    if (!person || person.isStranger) return refused('user_not_found');
    if (person.isDeactivated) return refused('user_disabled');
    return accepted({ channel: { id: workspace.directWithApp(person.id).id } });
  },
};
