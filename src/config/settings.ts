import { defaultStoreFile } from '../store/default-file.ts';

/** One environment variable: what an administrator reads about it when it is missing or wrong, and in `.env.example`. */
export interface Setting {
  readonly purpose: string;
  readonly where: string;
  /** Secrets may also be given as a file through `NAME_FILE`, and are never logged. */
  readonly isSecret?: true;
}

/** Every setting of the app. The order is the order of `.env.example` and of the list of problems at start. */
export const settings = {
  SLACK_BOT_TOKEN: {
    purpose: 'Lets the app post and open windows in your workspace. Starts with xoxb-.',
    where: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
    isSecret: true,
  },
  SLACK_APP_TOKEN: {
    purpose: 'Socket Mode: the app dials out to Slack and needs no open port. Starts with xapp-.',
    where: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write',
    isSecret: true,
  },
  SLACK_SIGNING_SECRET: {
    purpose: 'HTTP mode: proves that a request comes from Slack. Not needed when SLACK_APP_TOKEN is set.',
    where: 'api.slack.com/apps > your app > Basic Information > Signing Secret',
    isSecret: true,
  },
  SLACK_API_URL: {
    purpose: "Where Slack's API answers. Leave it out unless you use GovSlack or a simulator.",
    where: 'default https://slack.com/api/',
  },
  PORT: {
    purpose: 'Where /healthz and /readyz answer, /metrics to this machine alone, and in HTTP mode /slack/events.',
    where: 'default 3000',
  },
  YEASTAR_BASE_URL: {
    purpose: 'Address of the PBX, such as https://pbx.example.com:8088.',
    where: 'the address of the PBX web portal; on a Yeastar FQDN without :8088',
  },
  YEASTAR_CLIENT_ID: {
    purpose: 'Signs the app in at the PBX.',
    where: 'PBX web portal > Integrations > API > Client ID',
  },
  YEASTAR_CLIENT_SECRET: {
    purpose: 'Signs the app in at the PBX.',
    where: 'PBX web portal > Integrations > API > Client Secret',
    isSecret: true,
  },
  YEASTAR_CA_FILE: {
    purpose: 'PEM file with the certificate authority of the PBX, when it is not a public one.',
    where: 'ask whoever issued the certificate of the PBX',
  },
  YEASTAR_FINGERPRINT256: {
    purpose:
      'SHA-256 fingerprint of the PBX certificate, for the self-signed one it ships with. Several: comma between.',
    where: 'npm run doctor -- --pin prints the line; compare it with what a browser shows for the PBX web portal',
  },
  YEASTAR_ALLOW_HTTP: {
    purpose:
      'Set to true to talk to a PBX without encryption beyond this machine. Passwords and summaries are then readable.',
    where: 'leave it out',
  },
  CALLSUMMARY_ADMINS: {
    purpose: 'Slack member IDs of the people who may read the summaries of every extension, comma between.',
    where: 'in Slack: a profile > three dots > Copy member ID',
  },
  CALLSUMMARY_ACCESS_FILE: {
    purpose:
      'Says who else may read which extension, and where summaries may be posted. Begin with access.example.yml.',
    where: 'leave it out, and people read the extension that has their e-mail address, administrators all of them',
  },
  CALLSUMMARY_STORE_FILE: {
    purpose: 'Where the app keeps its audit log, the tokens of the PBX (encrypted) and refused sign-ins.',
    where: `default ${defaultStoreFile}`,
  },
  CALLSUMMARY_AUDIT_DAYS: {
    purpose: 'For how many days the audit log is kept, which says who read and shared what.',
    where: 'default 400',
  },
  CALLSUMMARY_PERSON_PER_MINUTE: {
    purpose: 'How many summaries one person may ask for in a minute.',
    where: 'default 20',
  },
  CALLSUMMARY_PERSON_PER_DAY: {
    purpose: 'How many summaries one person may ask for in a day.',
    where: 'default 300',
  },
  CALLSUMMARY_EVERYBODY_PER_MINUTE: {
    purpose: 'How many summaries everybody together may ask for in a minute, so that the PBX keeps time for calls.',
    where: 'default 300',
  },
  CALLSUMMARY_METRICS_LISTEN: {
    purpose:
      'Answers /metrics at this address instead, to whoever reaches it: 127.0.0.1:9464, or 0.0.0.0:9464 in a container.',
    where: 'leave it out, and /metrics answers on PORT, to programs on this machine alone',
  },
  LOG_LEVEL: {
    purpose: 'trace, debug, info, warn, error, fatal or silent. No level logs summaries or secrets.',
    where: 'default info',
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** The settings that may also come from a file, as `NAME_FILE`. */
export const secretNames = (Object.keys(settings) as SettingName[]).filter((name) => 'isSecret' in settings[name]);
