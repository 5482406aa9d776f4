import { failed, type Verdict } from '../verdict.ts';

const install = 'api.slack.com/apps > your app > Install App: install it again, and set the token it shows.';
const check = (setting: string) => `Compare ${setting} with the one api.slack.com/apps shows for your app.`;

/** Slack's noes that an administrator can mend (docs.slack.dev: errors of every method). */
const words: Readonly<Record<string, (setting: string) => readonly [found: string, todo: string]>> = {
  invalid_auth: (setting) => [`Slack does not know the token in ${setting}.`, check(setting)],
  not_authed: (setting) => [`Slack does not know the token in ${setting}.`, check(setting)],
  account_inactive: () => ['the app was removed from the workspace, or the workspace is gone.', install],
  token_revoked: () => ['the token was revoked.', install],
  token_expired: () => ['the token has expired.', install],
  not_allowed_token_type: (setting) => [
    `Slack takes another kind of token than the one in ${setting}.`,
    check(setting),
  ],
  missing_scope: () => ['the app lacks a scope for this.', 'See the check of the scopes.'],
  ratelimited: () => ['Slack asks for fewer requests.', 'Run the doctor again in a minute.'],
};

/** A question to Slack that was not answered with ok, as a verdict about the token in this setting. */
export function slackTrouble(outcome: string | null, setting: string): Verdict {
  if (outcome === null)
    return failed(
      'Slack gave no answer, or one that cannot be read.',
      'Can this machine reach slack.com on port 443? Leave SLACK_API_URL out unless you use GovSlack.',
    );
  const known = words[outcome]?.(setting);
  return known === undefined
    ? failed(`Slack refused: ${outcome}.`, 'docs.slack.dev lists what this error means.')
    : failed(...known);
}
