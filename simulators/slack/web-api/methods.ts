import { appsConnectionsOpen } from './apps-connections-open.ts';
import { authTest } from './auth-test.ts';
import { chatDelete } from './chat-delete.ts';
import { chatPostEphemeral } from './chat-post-ephemeral.ts';
import { chatPostMessage } from './chat-post-message.ts';
import { chatUpdate } from './chat-update.ts';
import { conversationsInfo } from './conversations-info.ts';
import { conversationsOpen } from './conversations-open.ts';
import type { Method } from './method.ts';
import { usergroupsList } from './usergroups-list.ts';
import { usersConversations } from './users-conversations.ts';
import { usersInfo } from './users-info.ts';
import { usersLookupByEmail } from './users-lookup-by-email.ts';
import { viewsOpen } from './views-open.ts';
import { viewsPush } from './views-push.ts';
import { viewsUpdate } from './views-update.ts';

/** The methods this workspace knows; any other is `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    'apps.connections.open': appsConnectionsOpen,
    'auth.test': authTest,
    'chat.delete': chatDelete,
    'chat.postEphemeral': chatPostEphemeral,
    'chat.postMessage': chatPostMessage,
    'chat.update': chatUpdate,
    'conversations.info': conversationsInfo,
    'conversations.open': conversationsOpen,
    'usergroups.list': usergroupsList,
    'users.conversations': usersConversations,
    'users.info': usersInfo,
    'users.lookupByEmail': usersLookupByEmail,
    'views.open': viewsOpen,
    'views.push': viewsPush,
    'views.update': viewsUpdate,
  }),
);
