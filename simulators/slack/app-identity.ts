/** The workspace the app is installed in. */
export const team = { id: 'T0HELPDESK1', domain: 'helpdesk-sim', name: 'Helpdesk' } as const;

/** A partner organisation, whose people meet ours in shared channels only. */
export const partnerTeam = { id: 'T0NORTHWND2', domain: 'northwind-sim', name: 'Northwind' } as const;

/** The app as this workspace knows it: its ids, and the bot user that posts for it. */
export const app = {
  id: 'A0CALLSUM01',
  botId: 'B0CALLSUM01',
  botUser: 'U0CALLSUMBT',
  name: 'callsummary',
  verificationToken: 'simulated-verification-token',
} as const;

/** Slackbot, in whose name Slack itself tells people that something went wrong. */
export const slackbot = 'USLACKBOT';

/**
 * What the app is given to connect; the same in every workspace, so that a pasted `.env` stays valid. The signing secret
 * has the shape of Slack's: 32 hexadecimal digits.
 */
export const credentials = {
  signingSecret: '0123456789abcdef0123456789abcdef',
  botToken: 'xoxb-simulated-bot-token',
  appToken: 'xapp-simulated-app-token',
} as const;

/** The scopes granted unless a test says otherwise. Reading direct messages (`im:read`, `mpim:read`) is not among them. */
export const grantedScopes: readonly string[] = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'im:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

/** What the app-level token may do unless a test says otherwise: open Socket Mode connections. */
export const grantedAppScopes: readonly string[] = ['connections:write'];
