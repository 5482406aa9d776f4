import type { AuthTestResponse, UsersInfoResponse } from '@slack/web-api';
import type { Person, PersonEmail, Reader } from '../../services/access/people-directory.ts';

/** A user object (docs.slack.dev/reference/objects/user-object). Fields may be absent, null or empty. */
export type SlackUser = NonNullable<UsersInfoResponse['user']>;

/** The workspace the app is installed in, and the organisation it belongs to, if any. */
export interface OwnTeam {
  readonly teamId: string;
  readonly enterpriseId: string | null;
}

/** Reads auth.test. @throws an Error when Slack names no workspace */
export function ownTeamOf({ team_id, enterprise_id }: AuthTestResponse): OwnTeam {
  if (!team_id) throw new Error('auth.test named no workspace');
  return { teamId: team_id, enterpriseId: enterprise_id || null };
}

/** A user object as access sees it. What makes somebody a guest, bot or stranger counts unless Slack denies it. */
export function personOf(user: SlackUser, reader: Reader, own: OwnTeam, email: PersonEmail | null): Person {
  return {
    id: reader.id,
    isMember: isMember(user, own) && (reader.teamId === null || reader.teamId === own.teamId),
    isGuest: user.is_restricted !== false || user.is_ultra_restricted !== false,
    isBot: user.is_bot !== false || user.is_workflow_bot === true || user.is_connector_bot === true || isSlackbot(user),
    isDeactivated: user.deleted !== false,
    email,
    timeZone: user.tz || null,
  };
}

/** The address a user object shows, with whether it is confirmed; null where it shows none (or we lack the scope). */
export function shownEmailOf({ profile, is_email_confirmed }: SlackUser): Omit<PersonEmail, 'isUnique'> | null {
  const address = profile?.email?.trim() ?? '';
  return address === '' ? null : { address, isConfirmed: is_email_confirmed === true };
}

/** In an organisation of several workspaces people have a home workspace, and others they were added to. */
function isMember({ team_id, is_stranger, is_invited_user, enterprise_user }: SlackUser, own: OwnTeam): boolean {
  if (is_stranger === true || is_invited_user === true) return false;
  const isOwnOrganisation = own.enterpriseId !== null && enterprise_user?.enterprise_id === own.enterpriseId;
  return team_id === own.teamId || (isOwnOrganisation && enterprise_user?.teams?.includes(own.teamId) === true);
}

/** Slack's own messenger says of itself that it is no bot. */
const isSlackbot = ({ id }: SlackUser) => id === 'USLACKBOT';
