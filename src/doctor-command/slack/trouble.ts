import { settings } from '../../config/settings.ts';
import { failed, type Verdict } from '../verdict.ts';

/** The settings that hold a token of Slack's. */
type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const check = (setting: TokenSetting) => `Compare ${setting} with ${settings[setting].where}.`;

/** How one comes to a token that works again. */
const renewals: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN: 'api.slack.com/apps > your app > Install App: install it again, and set the token it shows.',
  SLACK_APP_TOKEN:
    'api.slack.com/apps > your app > Basic Information > App-Level Tokens: generate another, and set it.',
};

/** Slack's noes that an administrator can mend (docs.slack.dev: errors of every method). */
const words: Readonly<Record<string, (setting: TokenSetting) => readonly [found: string, todo: string]>> = {
  invalid_auth: (setting) => [`Slack does not know the token in ${setting}.`, check(setting)],
  not_authed: (setting) => [`Slack does not know the token in ${setting}.`, check(setting)],
  account_inactive: (setting) => [
    'the app was removed from the workspace, or the workspace is gone.',
    renewals[setting],
  ],
  token_revoked: (setting) => ['the token was revoked.', renewals[setting]],
  token_expired: (setting) => ['the token has expired.', renewals[setting]],
  not_allowed_token_type: (setting) => [
    `Slack takes another kind of token than the one in ${setting}.`,
    check(setting),
  ],
  missing_scope: () => ['the app lacks a scope for this.', 'See the check of the scopes.'],
  ratelimited: () => ['Slack asks for fewer requests.', 'Run the doctor again in a minute.'],
};

/** A question to Slack that was not answered with ok, as a verdict about the token in this setting. */
export function slackTrouble(outcome: string | null, setting: TokenSetting): Verdict {
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
