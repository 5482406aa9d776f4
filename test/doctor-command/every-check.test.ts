import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { makeCertificate } from '../../simulators/pbx/certificates.ts';
import type { PbxOptions } from '../../simulators/pbx/index.ts';
import { checks } from '../../src/doctor-command/checks/index.ts';
import { bounded, openWorkshop, type Workshop } from './workshop.ts';

interface Breakage {
  /** What is wrong, between the simulators. */
  readonly make: (workshop: Workshop, t: TestContext) => unknown;
  /** How the check ends then. */
  readonly state: 'failed' | 'warning';
  /** What it says is found, and what to do. */
  readonly says: RegExp;
  readonly words?: readonly string[];
}

const forbids = (name: NonNullable<PbxOptions['deniedEndpoints']>[number]): Breakage => ({
  make: ({ pbx }) => pbx.change({ deniedEndpoints: [name] }),
  state: 'failed',
  says: /may not use this interface \(10005\)\..*Integrations > API: give it the permission/,
});

/** For each check one installation in which it does not end well. */
const breakages: Readonly<Record<string, Breakage>> = {
  settings: {
    make: ({ env }) => delete env.YEASTAR_CLIENT_ID,
    state: 'failed',
    says: /YEASTAR_CLIENT_ID is missing\..*Mend them in the environment or in \.env/,
  },
  'access-file': {
    make: ({ env, files }) => {
      env.CALLSUMMARY_ACCESS_FILE = 'access.yml';
      files['access.yml'] = 'lead: []\n';
    },
    state: 'failed',
    says: /line 1: is not a key of the access file.*access\.example\.yml explains/,
  },
  store: {
    make: ({ storeFile }) => writeFileSync(storeFile, 'no database at all '.repeat(400)),
    state: 'failed',
    says: /CALLSUMMARY_STORE_FILE says where it is/,
  },
  'pbx-reachable': {
    make: ({ pbx }) => pbx.stop(),
    state: 'failed',
    says: /refuses connections on this port\..*Compare YEASTAR_BASE_URL/,
  },
  certificate: {
    make: ({ env }) => {
      env.YEASTAR_BASE_URL = `${env.YEASTAR_BASE_URL}`.replace('http:', 'https:');
    },
    state: 'failed',
    says: /no encrypted connection.*Does the PBX speak https/,
  },
  'sign-in': {
    make: ({ pbx }) => pbx.changeClientSecret('a new one'),
    state: 'failed',
    says: /refused the client ID and secret\..*Compare YEASTAR_CLIENT_ID and YEASTAR_CLIENT_SECRET/,
  },
  clocks: {
    make: ({ env, slack }) => {
      delete env.SLACK_APP_TOKEN;
      env.SLACK_SIGNING_SECRET = slack.signingSecret;
      slack.change.slack({ clockAheadMs: -600_000 });
    },
    state: 'failed',
    says: /Slack is \d+ s behind this machine\..*Set the clock of this machine by NTP/,
  },
  firmware: {
    make: ({ pbx }) => pbx.change({ firmwareVersion: '37.21.0.90' }),
    state: 'warning',
    says: /37\.21\.0\.90; expected is X\.23\.0\.123 or later\..*Update the PBX/,
  },
  'endpoint:system/information': forbids('system/information'),
  'endpoint:extension/list': forbids('extension/list'),
  'endpoint:extension/search': forbids('extension/search'),
  'endpoint:cdr/getaisummary': {
    make: ({ pbx }) => pbx.change({ missingV2: 10001 }),
    state: 'failed',
    says: /does not know this interface \(10001\)\..*Update the firmware/,
  },
  'endpoint:cdr/aidownload': forbids('cdr/aidownload'),
  extension: {
    make: () => undefined,
    words: ['--extension', '9999'],
    state: 'failed',
    says: /knows no extension 9999\..*Compare it with PBX web portal/,
  },
  'slack-token': {
    make: ({ env }) => {
      env.SLACK_BOT_TOKEN = 'xoxb-another-app';
    },
    state: 'failed',
    says: /does not know the token in SLACK_BOT_TOKEN\..*Compare SLACK_BOT_TOKEN/,
  },
  scopes: {
    make: ({ slack }) => slack.change.slack({ scopes: ['commands', 'chat:write'] }),
    state: 'failed',
    says: /missing: users:read, .*OAuth & Permissions: add them, then install the app again/,
  },
  port: {
    make: async ({ env }, t) => {
      env.PORT = `${await portTakenBy(t)}`;
    },
    state: 'failed',
    says: /another program uses \d+\..*Set PORT to another one/,
  },
  transport: {
    make: ({ slack }) => slack.change.slack({ appScopes: [] }),
    state: 'failed',
    says: /lacks the scope connections:write\..*App-Level Tokens: generate one with it/,
  },
  channels: {
    make: ({ slack }) => slack.change.slack({ scopes: ['commands', 'chat:write', 'users:read', 'groups:read'] }),
    state: 'warning',
    says: /cannot be listed: the app lacks a scope.*See the check of the scopes/,
  },
};

async function portTakenBy(t: TestContext): Promise<number> {
  const squatter = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => squatter.listen(0, resolve));
  t.after(() => squatter.close());
  return (squatter.address() as AddressInfo).port;
}

interface Finding {
  readonly id: string;
  readonly state: string;
  readonly found: string;
  readonly todo: string | null;
}

async function findingsOf({ doctor }: Workshop, words: readonly string[] = []): Promise<readonly Finding[]> {
  return JSON.parse((await doctor('--json', ...words)).out.join('')).checks;
}

test('every check can be seen to end well, and there is a way to see each end badly', bounded, async (t) => {
  const workshop = await openWorkshop(t, { pbx: { tls: await makeCertificate('lasting') } });
  const [name = '', value = ''] = (await workshop.doctor('--pin')).out.join('').split('=');
  workshop.env[name] = value;
  const findings = await findingsOf(workshop);
  assert.deepEqual(
    findings.filter(({ state }) => state !== 'ok'),
    [],
  );
  assert.deepEqual(
    Object.keys(breakages),
    checks.map(({ id }) => id),
  );
});

for (const [id, { make, words, state, says }] of Object.entries(breakages)) {
  test(`the check "${id}" can be seen to end badly, and says what to do`, bounded, async (t) => {
    const workshop = await openWorkshop(t);
    await make(workshop, t);
    const finding = (await findingsOf(workshop, words)).find((one) => one.id === id);
    assert.equal(finding?.state, state);
    assert.match(`${finding.found} ${finding.todo}`.replaceAll('\n', ' '), says);
  });
}
