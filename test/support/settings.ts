import type { PbxSimulator } from '../../simulators/pbx/index.ts';
import type { SlackSimulator } from '../../simulators/slack/index.ts';

/** The settings under which the app, in this process or one of its own, talks to these two. Apart from the workplace, which loads the whole app. */
export const settingsFor = (slack: SlackSimulator, pbx: PbxSimulator, isSocketMode = false) => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  ...(isSocketMode ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  YEASTAR_BASE_URL: pbx.url,
  YEASTAR_CLIENT_ID: pbx.clientId,
  YEASTAR_CLIENT_SECRET: pbx.clientSecret,
  CALLSUMMARY_ADMINS: slack.people.agent.id,
  CALLSUMMARY_STORE_FILE: ':memory:',
  // Tests hurry more than people do; what the usual limits are worth has a test of its own.
  CALLSUMMARY_PERSON_PER_MINUTE: '100000',
  CALLSUMMARY_PERSON_PER_DAY: '100000',
  CALLSUMMARY_EVERYBODY_PER_MINUTE: '100000',
  PORT: '0',
});
