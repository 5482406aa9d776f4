import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../../src/config/config.ts';
import { canary, configOf, leastEnvironment, namesOf, problemsOf } from './environment.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
const fingerprint = 'AB:'.repeat(31).concat('CD');

test('the least that has to be set is enough, and the rest has its default', () => {
  assert.deepEqual(configOf(), {
    slack: {
      botToken: `xoxb-${canary}`,
      apiUrl: new URL('https://slack.com/api/'),
      transport: { kind: 'http', signingSecret: `signing-${canary}` },
    },
    yeastar: {
      baseUrl: new URL('https://pbx.example.com:8088'),
      clientId: 'client',
      clientSecret: `secret-${canary}`,
      tls: { kind: 'system' },
    },
    admins: new Set(),
    accessFile: null,
    storeFile: 'data/callsummary.db',
    auditDays: 400,
    fairUse: { personPerMinute: 20, personPerDay: 300, everybodyPerMinute: 300 },
    port: 3000,
    metricsAddress: null,
    logLevel: 'info',
  });
  assert.ok(Object.isFrozen(configOf()));
});

test('with an app-level token Slack is reached through Socket Mode, with a signing secret through HTTP', () => {
  const appToken = `xapp-${canary}`;
  const socket = { kind: 'socket', appToken };
  assert.deepEqual(configOf({ SLACK_APP_TOKEN: appToken }).slack.transport, socket);
  const withoutSecret = { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: undefined };
  assert.deepEqual(configOf(withoutSecret).slack.transport, socket);
  assert.equal(configOf({ SLACK_APP_TOKEN: '' }).slack.transport.kind, 'http');
});

test('without either of them there is no way to reach the app, and both are named', () => {
  const [problem, ...more] = problemsOf({ SLACK_SIGNING_SECRET: undefined });
  assert.deepEqual(more, []);
  assert.match(`${problem?.name} ${problem?.problem}`, /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/);
});

test('the certificate of the PBX is judged by the system, by an authority file, or by pins', () => {
  const files = { '/pbx.pem': `${pem}\n` };
  assert.deepEqual(configOf().yeastar.tls, { kind: 'system' });
  assert.deepEqual(configOf({ YEASTAR_CA_FILE: '/pbx.pem' }, files).yeastar.tls, { kind: 'authority', pem });
  assert.deepEqual(configOf({ YEASTAR_FINGERPRINT256: fingerprint }).yeastar.tls, {
    kind: 'pinned',
    fingerprints: [fingerprint],
    pem: null,
  });
  const both = { YEASTAR_FINGERPRINT256: fingerprint, YEASTAR_CA_FILE: '/pbx.pem' };
  assert.deepEqual(configOf(both, files).yeastar.tls, { kind: 'pinned', fingerprints: [fingerprint], pem });
});

test('a certificate file that cannot be read, or holds none, is a problem', () => {
  const setting = { YEASTAR_CA_FILE: '/pbx.pem' };
  const unreadable = { name: 'YEASTAR_CA_FILE', problem: 'names a file that cannot be read' };
  assert.deepEqual(problemsOf(setting), [unreadable]);
  for (const content of ['', 'hello', '-----BEGIN PRIVATE KEY-----']) {
    const [problem] = problemsOf(setting, { '/pbx.pem': content });
    assert.match(problem?.problem ?? '', /holds no certificate|empty file/);
  }
});

test('plain http is refused for a PBX beyond this machine', () => {
  const addresses = [
    'http://pbx.example.com',
    'http://192.168.5.150:80',
    'HTTP://10.0.0.1',
    'http://0.0.0.0:8088',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://not-localhost',
    'http://[fe80::1]:8088',
    'http://169.254.169.254/latest',
  ];
  for (const address of addresses) {
    const [problem] = problemsOf({ YEASTAR_BASE_URL: address });
    assert.equal(problem?.name, 'YEASTAR_BASE_URL', address);
    assert.match(problem?.problem ?? '', /https:\/\/.*YEASTAR_ALLOW_HTTP=true/);
  }
});

test('plain http is accepted on this machine', () => {
  for (const address of ['http://localhost:8088', 'http://127.0.0.1:8088', 'http://127.8.8.8', 'http://[::1]:8088'])
    assert.equal(configOf({ YEASTAR_BASE_URL: address }).yeastar.baseUrl.protocol, 'http:');
});

test('plain http is accepted where the operator says so, in so many letters', () => {
  const YEASTAR_BASE_URL = 'http://192.168.5.150';
  const allowed = configOf({ YEASTAR_BASE_URL, YEASTAR_ALLOW_HTTP: 'true' });
  assert.equal(allowed.yeastar.baseUrl.href, 'http://192.168.5.150/');
  for (const word of ['false', 'TRUE', '1', 'yes', ' true '])
    assert.ok(namesOf(problemsOf({ YEASTAR_BASE_URL, YEASTAR_ALLOW_HTTP: word })).includes('YEASTAR_BASE_URL'), word);
});

test('a start with certificate checks switched off for the whole process is refused', () => {
  for (const value of ['0', '1', 'false']) {
    const problems = problemsOf({ NODE_TLS_REJECT_UNAUTHORIZED: value });
    assert.deepEqual(namesOf(problems), ['NODE_TLS_REJECT_UNAUTHORIZED']);
  }
});

test('no setting switches the certificate check off', () => {
  const wishes = {
    YEASTAR_TLS_INSECURE: 'true',
    YEASTAR_VERIFY: 'false',
    YEASTAR_CA_FILE: '',
    YEASTAR_FINGERPRINT256: '',
  };
  assert.deepEqual(configOf(wishes).yeastar.tls, { kind: 'system' });
});

test('all problems are told at once', () => {
  const names = namesOf(
    problemsOf({
      SLACK_BOT_TOKEN: `xoxp-${canary}`,
      SLACK_APP_TOKEN: canary,
      SLACK_API_URL: 'ftp://slack.example.com',
      PORT: 'http',
      YEASTAR_BASE_URL: 'http://pbx.example.com',
      YEASTAR_CLIENT_ID: undefined,
      YEASTAR_CLIENT_SECRET: undefined,
      YEASTAR_CA_FILE: '/nowhere',
      YEASTAR_FINGERPRINT256: 'AB:CD',
      YEASTAR_ALLOW_HTTP: 'perhaps',
      CALLSUMMARY_ADMINS: '@leo',
      LOG_LEVEL: 'loud',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    }),
  );
  assert.deepEqual(names.toSorted(), [
    'CALLSUMMARY_ADMINS',
    'LOG_LEVEL',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'PORT',
    'SLACK_API_URL',
    'SLACK_APP_TOKEN',
    'SLACK_BOT_TOKEN',
    'YEASTAR_ALLOW_HTTP',
    'YEASTAR_BASE_URL',
    'YEASTAR_CA_FILE',
    'YEASTAR_CLIENT_ID',
    'YEASTAR_CLIENT_SECRET',
    'YEASTAR_FINGERPRINT256',
  ]);
});

test('an empty environment names every setting that is needed, as missing', () => {
  const nothing = Object.fromEntries(Object.keys(leastEnvironment).map((name) => [name, undefined]));
  const problems = problemsOf(nothing);
  const { SLACK_SIGNING_SECRET: _, ...others } = leastEnvironment; // one of the two is needed, and this is not the usual one
  assert.deepEqual(namesOf(problems).toSorted(), [...Object.keys(others), 'SLACK_APP_TOKEN'].toSorted());
  assert.ok(problems.every(({ problem }) => problem.startsWith('is missing')));
});

test('the environment of the whole machine does no harm', () => {
  const machine = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: undefined, PORT: undefined, LOG_LEVEL: undefined };
  assert.doesNotThrow(() => parseConfig({ ...machine, ...leastEnvironment }, () => assert.fail('no file is named')));
});
