// What `slack run` starts. Slack's CLI hands over the tokens of the app it has just installed under names of its own, and
// under ours only where nothing stands there yet: a token in .env, of the app that people use, would win over them.
const given = { SLACK_BOT_TOKEN: 'SLACK_CLI_XOXB', SLACK_APP_TOKEN: 'SLACK_CLI_XAPP' };
for (const [setting, name] of Object.entries(given)) if (process.env[name]) process.env[setting] = process.env[name];

await import('../bin/callsummary.js');
