import { app, team } from '../app-identity.ts';
import type { Method } from './method.ts';
import { accepted } from './reply.ts';

/** Who am I? (docs.slack.dev/reference/methods/auth.test) */
export const authTest: Method = {
  run: (_args, { settings }) =>
    accepted({
      url: `https://${team.domain}.slack.com/`,
      team: settings.teamName,
      user: app.name,
      team_id: team.id,
      user_id: app.botUser,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
};
