import { parseArgs } from 'node:util';
import { type SlackSimulator, startSlack } from './index.ts';

const usage = 'Usage: node simulators/slack/main.ts [--port 3001] [--app http://127.0.0.1:3000/slack/events]\n';

try {
  await openWorkspace();
} catch (error) {
  process.stderr.write(`Could not open the workspace: ${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}

async function openWorkspace(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3001' },
      app: { type: 'string', default: 'http://127.0.0.1:3000/slack/events' },
    },
  });
  const slack = await startSlack({ port: Number(values.port), appUrl: values.app });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void slack.stop());
  process.stdout.write(introduction(slack));
}

/** Gives what to paste into the app's `.env`, and how to play a person. */
function introduction({ apiUrl, origin, signingSecret, botToken, appToken, people, appUrl }: SlackSimulator): string {
  const control = `${origin}/_control`;
  return `A Slack workspace is open. For the app's .env:

SLACK_API_URL=${apiUrl}
SLACK_BOT_TOKEN=${botToken}
SLACK_SIGNING_SECRET=${signingSecret}
CALLSUMMARY_ADMINS=${people.administrator.id}
# for Socket Mode also:
# SLACK_APP_TOKEN=${appToken}

Commands go to ${appUrl}, or through the socket when the app has connected one.

Be somebody (user: ${Object.keys(people).join(', ')}; the agent unless said otherwise):

curl -s ${control}/command  -d '{"text":"/callsummary 20260513223234-3EE9E 3202","channel":"support"}'
curl -s ${control}/shortcut -d '{"callback_id":"…","message":"incidentRoot","channel":"incident"}'
curl -s ${control}/submit   -d '{"values":{"block_or_action_id":"text"}}'
curl -s ${control}/close    -d '{}'
curl -s ${control}/type_into -d '{"action_id":"…","text":"kri"}'
curl -s ${control}/choose   -d '{"action_id":"…","value":"an option, or #support"}'
curl -s ${control}/tick     -d '{"action_id":"…","value":"an option"}'
curl -s ${control}/untick   -d '{"action_id":"…","value":"an option"}'
curl -s ${control}/click    -d '{"action_id":"…","message":"last","channel":"support"}'
curl -s ${control}/decline  -d '{"action_id":"a button that asks first","message":"last","channel":"support"}'
curl -s ${control}/invite   -d '{"channel":"general"}'
curl -s ${control}/change_person  -d '{"user":"lead","change":{"isGuest":true}}'
curl -s ${control}/change_channel -d '{"channel":"incident","change":{"isExtShared":true,"memberCount":48}}'
curl -s ${control}/change_group   -d '{"group":"shiftLeads","change":{"members":["lead","agent"]}}'
curl -s ${control}/change_slack   -d '{"change":{"scopes":["commands","chat:write"],"clockAheadMs":600000}}'
curl -s ${control}/script   -d '{"target":"chat.postMessage","fault":{"status":429,"headers":{"retry-after":"30"}}}'
curl -s '${control}/screen?user=agent&channel=support&format=text'

Ctrl+C closes it.
`;
}
