import type { Tie } from '../services/access/access-rules.ts';
import type { AllowRule, DenyRule } from '../services/access/decision.ts';

/** Each rule as an administrator reads it, after "because". */
export const ruleWords: Readonly<Record<AllowRule | DenyRule, string>> = {
  tie: 'the access file ties the extension to them',
  own_extension: 'their e-mail address is that of the extension',
  lead: 'they are in a user group that leads the extension',
  admin: 'they are an administrator of callsummary',
  not_verified:
    'Slack or the PBX was not asked, or did not say, who they are, which groups they are in, or whose address it is',
  other_workspace: 'they do not belong to the workspace the app is installed in',
  bot: 'they are a bot',
  deactivated: 'their Slack account is deactivated',
  guest: 'they are a guest',
  outside_dates: 'the call is outside the dates of their tie',
  held_by_another: 'on the day of the call the extension was tied to somebody else',
  call_day_unknown: 'the leg id does not tell the day of the call, and the tie has dates',
  email_unconfirmed: 'their e-mail address in Slack is not confirmed',
  email_clash: 'their e-mail address stands for more than one extension or person',
  no_rule: 'no rule gives them the extension',
  closed_channel: 'the access file closes the channel',
  channel_not_verified: 'Slack did not say who shares the channel',
  external_channel: 'another organisation shares the channel',
  outsiders_unconfirmed: 'another organisation shares the channel, and that was not confirmed',
};

/** Which calls a tie is about: `calls from 2026-03-01 to 2026-12-31`. */
export function callsOf({ from, until }: Pick<Tie, 'from' | 'until'>): string {
  if (from === null) return until === null ? 'all calls' : `calls until ${until}`;
  return until === null ? `calls from ${from} on` : `calls from ${from} to ${until}`;
}
