import type { Check } from '../check.ts';
import { textIn } from '../field.ts';
import { slackTrouble } from '../slack/trouble.ts';
import { ok } from '../verdict.ts';

/** Whether Slack knows the bot token, and as whom in which workspace. */
export const slackToken: Check = {
  id: 'slack-token',
  what: 'Slack token',
  needs: ['settings'],
  async look(patient) {
    const { outcome, body } = await patient.installation().slack.identity();
    return outcome === 'ok'
      ? ok(`good for the bot "${textIn(body, 'user')}" in the workspace "${textIn(body, 'team')}".`)
      : slackTrouble(outcome, 'SLACK_BOT_TOKEN');
  },
};
