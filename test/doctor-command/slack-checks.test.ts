import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReadiness } from '../../src/transports/readiness.ts';
import { createWebServer } from '../../src/transports/web-server.ts';
import { bounded, linesAbout, openWorkshop } from './workshop.ts';

for (const [error, expected] of [
  ['invalid_auth', /^failed .*Slack does not know the token in SLACK_BOT_TOKEN\./],
  ['token_revoked', /^failed .*was revoked\./],
  ['ratelimited', /^failed .*fewer requests/],
  ['some_new_error', /^failed .*Slack refused: some_new_error\./],
  ['Not an error: xoxb-secret', /^failed .*gave no answer, or one that cannot be read/],
] as const) {
  test(`Slack answers the token with "${error}"`, bounded, async (t) => {
    const { slack, doctor } = await openWorkshop(t);
    slack.script('auth.test', { error });
    const { out, exitCode } = await doctor();
    assert.match(linesAbout(out, 'Slack token'), expected);
    assert.match(linesAbout(out, 'Slack scopes'), /^skipped .*"Slack token" comes first/);
    assert.equal(exitCode, 1);
  });
}

test('a Slack that cannot be reached is said to be so, whatever is in front of it', bounded, async (t) => {
  const { slack, doctor } = await openWorkshop(t);
  slack.script('auth.test', { status: 502, body: '<html>bad gateway</html>' });
  assert.match(linesAbout((await doctor()).out, 'Slack token'), /^failed .*gave no answer/);
  await slack.stop();
  const { out } = await doctor();
  assert.match(linesAbout(out, 'Slack token'), /^failed .*\n +Can this machine reach slack\.com/);
  assert.match(linesAbout(out, 'Clocks'), /^ok .*the PBX within 60 s/);
});

test('an optional scope that is missing is told with what does not work then', bounded, async (t) => {
  const { doctor } = await openWorkshop(t, { slack: { withoutScopes: ['users:read.email', 'usergroups:read'] } });
  const { out, exitCode } = await doctor();
  const about = linesAbout(out, 'Slack scopes');
  assert.match(about, /^warning .*without users:read\.email nobody reads an extension by its e-mail address; without/);
  assert.match(about, /usergroups:read nobody leads through a user group\./);
  assert.equal(exitCode, 0);
});

test('scopes nobody needs are a note', bounded, async (t) => {
  const everything = ['commands', 'chat:write', 'users:read', 'users:read.email', 'channels:read', 'groups:read'];
  const { doctor } = await openWorkshop(t, { slack: { scopes: [...everything, 'usergroups:read', 'im:write'] } });
  assert.match(linesAbout((await doctor()).out, 'Slack scopes'), /^ok .*granted and not needed: im:write\.$/);
});

test('an app-level token that Slack refuses', bounded, async (t) => {
  const { env, slack, doctor } = await openWorkshop(t, { slack: { appScopes: ['authorizations:read'] } });
  assert.match(linesAbout((await doctor()).out, 'From Slack to here'), /^failed .*lacks the scope connections:write/);
  env.SLACK_APP_TOKEN = 'xapp-another';
  assert.match(
    linesAbout((await doctor()).out, 'From Slack to here'),
    /^failed .*the token in SLACK_APP_TOKEN\.\n.*App-Level Tokens/,
  );
  slack.script('apps.connections.open', { error: 'token_revoked' });
  assert.match(linesAbout((await doctor()).out, 'From Slack to here'), /^failed .*revoked\.\n.*generate another/);
  assert.equal(slack.socketConnections, 0);
});

test('in HTTP mode the signing secret is looked at, and what cannot be seen is said', bounded, async (t) => {
  const { env, slack, doctor } = await openWorkshop(t);
  delete env.SLACK_APP_TOKEN;
  env.SLACK_SIGNING_SECRET = slack.signingSecret;
  assert.match(
    linesAbout((await doctor()).out, 'From Slack to here'),
    /^ok .*looks right; whether Slack .* cannot be checked/,
  );
  env.SLACK_SIGNING_SECRET = 'not one of theirs';
  assert.match(
    linesAbout((await doctor()).out, 'From Slack to here'),
    /^warning .*32 hexadecimal digits\.\n.*cannot be checked/,
  );
});

test('the running app is known by its health', bounded, async (t) => {
  const { env, doctor } = await openWorkshop(t);
  const readiness = createReadiness();
  const server = createWebServer(readiness);
  env.PORT = `${await server.start(0)}`;
  t.after(() => server.stop());
  assert.match(linesAbout((await doctor()).out, 'Port'), /^warning .*runs on \d+, and is not ready/);
  readiness.set('ready');
  assert.match(linesAbout((await doctor()).out, 'Port'), /^ok .*runs on \d+, and is ready/);
  await server.stop();
  assert.match(linesAbout((await doctor()).out, 'Port'), /^ok .*is free; the app is not running here/);
});

test(
  'an address for metrics that this machine does not have is found before the app would end over it',
  bounded,
  async (t) => {
    const { env, doctor } = await openWorkshop(t);
    const passing = createWebServer(createReadiness());
    env.PORT = `${await passing.start(0)}`;
    await passing.stop();
    env.CALLSUMMARY_METRICS_LISTEN = '192.0.2.1:9464';
    const about = linesAbout((await doctor()).out, 'Port');
    assert.match(about, /^failed .*metrics cannot be opened \(EADDRNOTAVAIL\)/);
    assert.match(about, /CALLSUMMARY_METRICS_LISTEN/);
    env.CALLSUMMARY_METRICS_LISTEN = '127.0.0.1:0';
    assert.match(linesAbout((await doctor()).out, 'Port'), /^ok /);
  },
);

test('channels are gathered from every page, and no private one is named', bounded, async (t) => {
  const { slack, doctor } = await openWorkshop(t, { slack: { pageSizeLimit: 4 } });
  for (const index of Array.from({ length: 13 }, (_, position) => position))
    slack.invitesApp(slack.makesChannel(slack.people.lead, `a-${index}`));
  const about = linesAbout((await doctor()).out, 'Slack channels');
  assert.match(about, /^ok .*the bot is in 17: #a-0, .*#a-6, 6 more public, 1 private\.$/);
  assert.doesNotMatch(about, /escalations/);
});

test('a bot that is in no channel yet is told how to come into one', bounded, async (t) => {
  const { slack, doctor } = await openWorkshop(t);
  for (const channel of Object.values(slack.channels)) slack.change.channel(channel, { members: [slack.people.lead] });
  assert.match(linesAbout((await doctor()).out, 'Slack channels'), /^ok .*in none yet\.\n.*\/invite @callsummary$/);
});

test('channels that cannot be listed are a warning', bounded, async (t) => {
  const { doctor } = await openWorkshop(t, { slack: { withoutScopes: ['groups:read'] } });
  assert.match(
    linesAbout((await doctor()).out, 'Slack channels'),
    /^warning .*cannot be listed: the app lacks a scope/,
  );
});

test('a list of channels without an end is not read to the end', bounded, async (t) => {
  const { slack, doctor } = await openWorkshop(t, { slack: { pageSizeLimit: 1 } });
  slack.invitesApp(slack.channels.general);
  slack.invitesApp(slack.channels.leads);
  assert.match(linesAbout((await doctor()).out, 'Slack channels'), /^ok .*the bot is in more than 5: /);
  assert.equal(slack.callsTo('users.conversations').length, 5);
});
