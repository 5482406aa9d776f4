import { partnerTeam, team } from './app-identity.ts';
import type { JsonObject } from './json.ts';

/** A person with a Slack account, with the flags `users.info` shows (docs.slack.dev/reference/objects/user-object). */
export interface Person {
  readonly id: string;
  /** The handle, as in `user_name`. */
  readonly name: string;
  readonly realName: string;
  readonly teamId: string;
  readonly email?: string;
  /** Whether the person has shown that the e-mail address is theirs; so unless said otherwise. */
  readonly isEmailConfirmed?: boolean;
  readonly isAdmin?: boolean;
  readonly isGuest?: boolean;
  readonly isSingleChannelGuest?: boolean;
  readonly isStranger?: boolean;
  readonly isDeactivated?: boolean;
}

/**
 * Everybody in the simulated workspace, as they are before a test changes them. On the phone system the agent has
 * extension 3202 and the colleague 3203; the lead and the administrator of the app have none.
 */
export const people = {
  agent: {
    id: 'U0AGENT3202',
    name: 'leo.ball',
    realName: 'Leo Ball',
    teamId: team.id,
    email: 'leo.ball@helpdesk.example',
    isAdmin: true,
  },
  lead: {
    id: 'U0LEAD00417',
    name: 'mara.quinn',
    realName: 'Mara Quinn',
    teamId: team.id,
    email: 'mara.quinn@helpdesk.example',
  },
  colleague: {
    id: 'U0COLLEAG08',
    name: 'ines.duarte',
    realName: 'Inês Duarte',
    teamId: team.id,
    email: 'ines.duarte@helpdesk.example',
  },
  administrator: {
    id: 'U0ADMIN0001',
    name: 'ada.winter',
    realName: 'Ada Winter',
    teamId: team.id,
    email: 'ada.winter@helpdesk.example',
  },
  guest: {
    id: 'U0GUEST0055',
    name: 'tom.temp',
    realName: 'Tom Temp',
    teamId: team.id,
    email: 'tom@agency.example',
    isGuest: true,
  },
  outsider: {
    id: 'W0OUTSIDE93',
    name: 'olga.partner',
    realName: 'Olga Partner',
    teamId: partnerTeam.id,
    isStranger: true,
  },
  deactivated: {
    id: 'U0GONE00031',
    name: 'dana.gone',
    realName: 'Dana Gone',
    teamId: team.id,
    email: 'dana.gone@helpdesk.example',
    isDeactivated: true,
  },
} as const satisfies Record<string, Person>;

/** Takes a person; gives the user object of `users.info`. The e-mail address is shown only where the scope allows. */
export function asUser(person: Person, showsEmail: boolean): JsonObject {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.isDeactivated ?? false,
    tz: 'Europe/London',
    is_admin: person.isAdmin ?? false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest ?? false,
    is_ultra_restricted: person.isSingleChannelGuest ?? false,
    is_bot: false,
    is_app_user: false,
    ...(person.email && { is_email_confirmed: person.isEmailConfirmed ?? true }),
    ...(person.isStranger && { is_stranger: true }),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      ...(showsEmail && person.email && { email: person.email }),
    },
  };
}
