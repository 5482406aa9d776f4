import type { Check } from '../check.ts';
import type { SlackVisit } from '../slack/slack-visit.ts';
import { slackTrouble } from '../slack/trouble.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const appToken = 'api.slack.com/apps > your app > Basic Information > App-Level Tokens';

/** Whether requests can come from Slack to the app, as far as that can be seen from here. */
export const transport: Check = {
  id: 'transport',
  what: 'From Slack to here',
  needs: ['settings'],
  async look(patient) {
    const { slack, config } = patient.installation();
    const { transport: way } = config.slack;
    return way.kind === 'socket' ? await socketMode(slack, way.appToken) : httpMode(way.signingSecret);
  },
};

/** Asks for the address of a connection and opens none, so that the running app keeps all of Slack's requests. */
async function socketMode(slack: SlackVisit, token: string): Promise<Verdict> {
  const { outcome } = await slack.openConnection(token);
  if (outcome === 'ok') return ok('Slack takes the app-level token for Socket Mode.');
  if (outcome === 'missing_scope')
    return failed('the app-level token lacks the scope connections:write.', `${appToken}: generate one with it.`);
  return slackTrouble(outcome, 'SLACK_APP_TOKEN');
}

const unseen = 'whether Slack reaches the app cannot be checked from here';

const httpMode = (signingSecret: string): Verdict =>
  /^[0-9a-f]{32}$/.test(signingSecret)
    ? ok(`the signing secret looks right; ${unseen}.`)
    : warning(
        'SLACK_SIGNING_SECRET is not 32 hexadecimal digits.',
        `Compare it with api.slack.com/apps > your app > Basic Information; ${unseen}.`,
      );
