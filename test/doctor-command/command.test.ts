import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { makeCertificate } from '../../simulators/pbx/certificates.ts';
import { checks } from '../../src/doctor-command/checks/index.ts';
import { bounded, linesAbout, openWorkshop, type Workshop } from './workshop.ts';

test('checks have ids of their own, and need only what stands above them', () => {
  const ids = checks.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [index, { id, needs }] of checks.entries())
    for (const need of needs) assert.ok(ids.slice(0, index).includes(need), `${id} needs ${need}`);
});

test('whatever looks at an installation needs the settings, itself or through others', () => {
  const restsOn = (id: string): boolean =>
    id === 'settings' || (checks.find((check) => check.id === id)?.needs ?? []).some(restsOn);
  assert.deepEqual(
    checks.filter(({ id }) => !restsOn(id)).map(({ id }) => id),
    ['access-file'],
  );
});

test('--json gives one object with every check', bounded, async (t) => {
  const { doctor, slack } = await openWorkshop(t);
  const well = await doctor('--json');
  assert.deepEqual([well.out.length, well.exitCode], [1, 0]);
  const report = JSON.parse(well.out.join(''));
  assert.deepEqual(Object.keys(report), ['checks', 'ok']);
  assert.equal(report.ok, true);
  assert.deepEqual(
    report.checks.map(({ id }: { id: string }) => id),
    checks.map(({ id }) => id),
  );
  assert.deepEqual(report.checks[0], { id: 'settings', state: 'ok', found: 'complete, for Socket Mode.', todo: null });

  slack.script('auth.test', { error: 'token_revoked' });
  const ill = await doctor('--json');
  assert.equal(ill.exitCode, 1);
  const { ok, checks: seen } = JSON.parse(ill.out.join(''));
  assert.equal(ok, false);
  const token = seen.find(({ id }: { id: string }) => id === 'slack-token');
  assert.deepEqual([token.state, token.found], ['failed', 'the token was revoked.']);
  assert.match(token.todo, /install it again/);
});

test('--json keeps every line of a finding', bounded, async (t) => {
  const { env, doctor } = await openWorkshop(t);
  env.SLACK_BOT_TOKEN = 'wrong';
  env.YEASTAR_CLIENT_ID = '';
  const [settings] = JSON.parse((await doctor('--json')).out.join('')).checks;
  assert.match(settings.found, /^2 need your attention\.\nSLACK_BOT_TOKEN .*\nYEASTAR_CLIENT_ID is missing\.$/);
});

test('--pin prints the line for .env, needs no other setting, and asks nothing', bounded, async (t) => {
  const tls = await makeCertificate();
  const { env, pbx, doctor } = await openWorkshop(t, { pbx: { tls } });
  for (const name of Object.keys(env)) if (name !== 'YEASTAR_BASE_URL') delete env[name];
  assert.deepEqual(await doctor('--pin'), {
    exitCode: 0,
    out: [`YEASTAR_FINGERPRINT256=${tls.fingerprint256}`],
    err: [],
  });
  assert.equal(pbx.count('*'), 0);
});

test('the line of --pin is all it takes', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { tls: await makeCertificate() } });
  assert.equal((await workshop.doctor()).exitCode, 1);
  const [name = '', value = ''] = (await workshop.doctor('--pin')).out.join('').split('=');
  workshop.env[name] = value;
  assert.equal((await workshop.doctor()).exitCode, 0);
});

test('--pin without a certificate says why there is no line', bounded, async (t) => {
  const { env, pbx, doctor } = await openWorkshop(t);
  assert.deepEqual((await doctor('--pin')).err, ['YEASTAR_BASE_URL starts with http://: there is no certificate.']);
  env.YEASTAR_BASE_URL = pbx.url.replace('http:', 'https:');
  const { exitCode, out, err } = await doctor('--pin');
  assert.deepEqual([exitCode, out], [1, []]);
  assert.match(err.join(''), /presented no certificate/);
  env.YEASTAR_BASE_URL = 'pbx';
  assert.deepEqual((await doctor('--pin')).err, ['YEASTAR_BASE_URL is not a URL.']);
});

for (const words of [['now'], ['--extension'], ['--extension', 'Leo'], ['--pin', '--json'], ['--no-such']])
  test(`"${words.join(' ')}" is answered with how it is used`, bounded, async (t) => {
    const { pbx, doctor } = await openWorkshop(t);
    const { exitCode, out, err } = await doctor(...words);
    assert.deepEqual([exitCode, out], [64, []]);
    assert.match(err.join('\n'), /npm run doctor -- --pin/);
    assert.equal(pbx.count('*'), 0);
  });

test('--help is no mistake', bounded, async (t) => {
  const { doctor } = await openWorkshop(t);
  const { exitCode, out, err } = await doctor('--help');
  assert.deepEqual([exitCode, err], [0, []]);
  assert.match(out.join('\n'), /npm run doctor/);
});

/** Everything the doctor says in this workshop, whatever goes wrong. */
async function everythingSaid({ doctor, pbx, slack }: Workshop): Promise<string> {
  const said = [await doctor(), await doctor('--json')];
  for (const method of ['auth.test', 'apps.connections.open']) {
    slack.script(method, { status: 500, body: `no good: ${slack.botToken} ${slack.appToken}` });
    slack.script(method, { error: `${slack.botToken}` });
  }
  pbx.script('cdr/getaisummary', { kind: 'reset', at: 'mid-body' }, 3);
  pbx.script('cdr/aidownload', { kind: 'redirect', status: 302, location: 'https://elsewhere.example/canary' });
  pbx.script('extension/list', { kind: 'raw', body: 'canary leo.ball@helpdesk.example' });
  said.push(await doctor('--extension', '3202'), await doctor());
  slack.script('users.conversations', { error: 'leo.ball@helpdesk.example' });
  pbx.script('get_token', { kind: 'raw', body: '{"errcode":0,"access_token":7,"canary":1}' });
  said.push(await doctor());
  return JSON.stringify(said);
}

test('nothing confidential is said, whatever happens', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { clientId: 'canary-client', clientSecret: 'canary-secret' } });
  const { slack, env, files } = workshop;
  env.CALLSUMMARY_ACCESS_FILE = 'access.yml';
  files['access.yml'] = 'contact: leo.ball@helpdesk.example\nties: [leo.ball@helpdesk.example, canary]\n';
  const said = await everythingSaid(workshop);
  const tellTales = ['canary', 'helpdesk.example', 'escalations', 'access_token=', 'ws://', 'Leo Ball', '2025550117'];
  for (const word of [slack.botToken, slack.appToken, slack.signingSecret, ...tellTales])
    assert.ok(!said.includes(word), word);
});

test('names from outside do not steer the terminal', bounded, async (t) => {
  const teamName = `Help\u001b[31mdesk\nfailed   Everything\u202e${'x'.repeat(5_000)}`;
  const { doctor } = await openWorkshop(t, { slack: { teamName } });
  const about = linesAbout((await doctor()).out, 'Slack token');
  assert.match(about, /^ok {7}Slack token: .*"Help \[31mdesk failed {3}Everything x+…$/);
  assert.ok(about.length < 500);
});

test('the command runs by itself, and ends', bounded, async (t) => {
  const { env } = await openWorkshop(t);
  const command = spawn(process.execPath, ['src/doctor-command/main.ts', '--json'], { env });
  const [out, err, [exitCode]] = await Promise.all([text(command.stdout), text(command.stderr), once(command, 'exit')]);
  assert.deepEqual([exitCode, err], [0, '']);
  assert.equal(JSON.parse(out).ok, true);
});
