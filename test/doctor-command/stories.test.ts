import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { makeCertificate } from '../../simulators/pbx/certificates.ts';
import { accountOf } from '../../src/services/yeastar/account.ts';
import { storeOf } from '../store/support.ts';
import { bounded, openWorkshop, steady, type Workshop } from './workshop.ts';

const pictures = new URL('./pictures/', import.meta.url);
const isUpdating = process.env.UPDATE_PICTURES === '1';

/** The whole output is the stored one (UPDATE_PICTURES=1 stores it anew). */
async function showsPicture({ doctor }: Pick<Workshop, 'doctor'>, name: string, exitCode: number): Promise<void> {
  const run = await doctor();
  const shown = steady(run.out);
  const picture = new URL(`${name}.txt`, pictures);
  if (isUpdating) writeFileSync(picture, shown);
  assert.equal(shown, readFileSync(picture, 'utf8'));
  assert.deepEqual([run.exitCode, run.err], [exitCode, []]);
}

const refusedTwice = async (t: TestContext, { env, pbx, storeFile }: Workshop) => {
  const account = accountOf({
    baseUrl: new URL(pbx.url),
    clientId: pbx.clientId,
    clientSecret: env.YEASTAR_CLIENT_SECRET ?? '',
  });
  const signIns = storeOf(t, storeFile).signInsOf(account);
  for (const _ of [1, 2]) await (await signIns.begin(2))?.refused();
};

test('a healthy installation behind a pinned certificate', bounded, async (t) => {
  const tls = await makeCertificate('lasting');
  const workshop = await openWorkshop(t, { pbx: { tls } });
  workshop.env.YEASTAR_FINGERPRINT256 = tls.fingerprint256;
  await showsPicture(workshop, 'healthy', 0);
  assert.equal(workshop.pbx.count('get_token'), 1);
  assert.equal(workshop.pbx.liveTokens, 0, 'the token was given back');
});

test('broken 1: nothing but the tokens of another app in .env', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  for (const name of ['YEASTAR_CLIENT_ID', 'YEASTAR_CLIENT_SECRET', 'SLACK_APP_TOKEN']) delete workshop.env[name];
  Object.assign(workshop.env, { SLACK_BOT_TOKEN: 'xoxp-somebody', YEASTAR_BASE_URL: 'pbx.example.com' });
  await showsPicture(workshop, 'broken-settings', 1);
  assert.equal(workshop.pbx.count('*'), 0);
});

test('broken 2: the PBX has its own certificate, and nobody has pinned it', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { tls: await makeCertificate('lasting') } });
  await showsPicture(workshop, 'broken-certificate', 1);
  assert.equal(workshop.pbx.count('*'), 0, 'nothing was sent');
});

test('broken 3: a wrong secret, refused twice already', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  workshop.env.YEASTAR_CLIENT_SECRET = 'an old secret';
  await refusedTwice(t, workshop);
  await showsPicture(workshop, 'broken-secret', 1);
  assert.equal(workshop.pbx.refusedLogins, 0, 'it was not tried again');
});

test('broken 4: an old firmware, a permission forgotten, a clock gone wrong', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  workshop.pbx.change({ firmwareVersion: '37.21.0.90', missingV2: 10001, clockAheadMs: 240_000 });
  workshop.pbx.change({ deniedEndpoints: ['extension/list'] });
  await showsPicture(workshop, 'broken-firmware', 1);
});

test(
  'broken 5: in HTTP mode, the app removed from Slack, its port taken, the access file wrong',
  bounded,
  async (t) => {
    const workshop = await openWorkshop(t);
    const { env, files, slack } = workshop;
    const squatter = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => squatter.listen(0, resolve));
    t.after(() => squatter.close());
    delete env.SLACK_APP_TOKEN;
    Object.assign(env, {
      SLACK_SIGNING_SECRET: `${slack.signingSecret} `,
      PORT: `${(squatter.address() as AddressInfo).port}`,
      CALLSUMMARY_ACCESS_FILE: 'access.yml',
    });
    files['access.yml'] = 'ties:\n  - person: leo.ball@helpdesk.example\n    extension: 3202\nlead: []\n';
    slack.script('auth.test', { error: 'account_inactive' });
    await showsPicture(workshop, 'broken-slack', 1);
  },
);

test('broken 6: scopes missing, and the bot in no channel that can be seen', bounded, async (t) => {
  const workshop = await openWorkshop(t, { slack: { withoutScopes: ['groups:read', 'users:read.email'] } });
  await showsPicture(workshop, 'broken-scopes', 1);
});

test(
  'broken 7: the PBX allows other addresses only, and the token for Socket Mode is that of another app',
  bounded,
  async (t) => {
    const workshop = await openWorkshop(t, { pbx: { isAddressAllowed: false } });
    workshop.env.SLACK_APP_TOKEN = 'xapp-another-app';
    await showsPicture(workshop, 'broken-address', 1);
  },
);

test('broken 8: the PBX is switched off, and Slack cannot be reached', bounded, async (t) => {
  const workshop = await openWorkshop(t);
  await Promise.all([workshop.pbx.stop(), workshop.slack.stop()]);
  await showsPicture(workshop, 'broken-network', 1);
});

test('every picture belongs to a story', () => {
  const source = readFileSync(new URL(import.meta.url), 'utf8');
  for (const name of readdirSync(pictures)) assert.ok(source.includes(`'${name.replace('.txt', '')}'`), name);
});
