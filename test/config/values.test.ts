import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fastestOf } from '../services/summary-html/stopwatch.ts';
import { canary, configOf, namesOf, problemsOf } from './environment.ts';

const hex = 'ab'.repeat(32);
const colons = 'AB:'.repeat(31).concat('AB');
const pinsOf = (value: string) => {
  const { tls } = configOf({ YEASTAR_FINGERPRINT256: value }).yeastar;
  return tls.kind === 'pinned' ? tls.fingerprints : [];
};

test('a fingerprint is read with colons or without, in either case, and behind its label', () => {
  for (const value of [colons, colons.toLowerCase(), hex, hex.toUpperCase(), `Fingerprint=${colons}`, ` ${colons} `])
    assert.deepEqual(pinsOf(value), [colons], value);
});

test('a fingerprint is read as openssl prints it, the line copied whole', () => {
  for (const label of ['sha256 Fingerprint=', 'SHA256 Fingerprint=']) {
    assert.deepEqual(pinsOf(label + colons), [colons]);
    assert.deepEqual(pinsOf(`${label}${colons}, ${label}${colons}`), [colons, colons]);
  }
});

test('several fingerprints stand side by side, for a certificate about to be rotated', () => {
  const next = 'CD:'.repeat(31).concat('CD');
  for (const value of [`${colons},${next}`, `${hex}, ${next}`, `${hex} ${next}`, `${colons}\n${next},`])
    assert.deepEqual(pinsOf(value), [colons, next], value);
});

test('what is no SHA-256 fingerprint is refused', () => {
  const sha1 = 'AB:'.repeat(19).concat('AB');
  for (const value of [sha1, hex.slice(2), `${hex}ab`, `${hex.slice(1)}g`, 'sha256', `${colons},nonsense`, ','])
    assert.deepEqual(
      problemsOf({ YEASTAR_FINGERPRINT256: value }).map(({ name }) => name),
      ['YEASTAR_FINGERPRINT256'],
      value,
    );
});

test('a port is a whole number from 0 to 65535', () => {
  for (const [value, port] of [
    ['0', 0],
    ['1', 1],
    ['8080', 8080],
    ['65535', 65_535],
    [' 3001 ', 3001],
    ['', 3000],
  ] as const)
    assert.equal(configOf({ PORT: value }).port, port);
  for (const value of ['65536', '-1', '3000.5', 'http', '3000;', 'Infinity', 'NaN'])
    assert.deepEqual(
      problemsOf({ PORT: value }).map(({ name }) => name),
      ['PORT'],
      value,
    );
});

test('an address to listen at is one of the machine, and a port', () => {
  for (const [value, host, port] of [
    ['127.0.0.1:9464', '127.0.0.1', 9464],
    ['0.0.0.0:0', '0.0.0.0', 0],
    [' [::1]:65535 ', '::1', 65_535],
  ] as const)
    assert.deepEqual(configOf({ CALLSUMMARY_METRICS_LISTEN: value }).metricsAddress, { host, port });
  for (const value of [
    '9464',
    ':9464',
    '127.0.0.1',
    '127.0.0.1:',
    '127.0.0.1:65536',
    '::1:9464',
    '[127.0.0.1:9464',
    'metrics.example:9464',
    'http://127.0.0.1:9464',
    '1:9464',
  ])
    assert.deepEqual(
      problemsOf({ CALLSUMMARY_METRICS_LISTEN: value }).map(({ name }) => name),
      ['CALLSUMMARY_METRICS_LISTEN'],
      value,
    );
});

test('administrators are member IDs, with commas, spaces or lines between them', () => {
  const admins = (value: string) => [...configOf({ CALLSUMMARY_ADMINS: value }).admins];
  assert.deepEqual(admins('U0LEO'), ['U0LEO']);
  assert.deepEqual(admins('U0LEO,W0KIM'), ['U0LEO', 'W0KIM']);
  assert.deepEqual(admins(' U0LEO, W0KIM\nU0ANN ,, U0LEO '), ['U0LEO', 'W0KIM', 'U0ANN']);
  assert.deepEqual(admins(''), []);
});

test('whatever is no member ID is refused as an administrator', () => {
  for (const value of ['@leo', 'leo', 'u0leo', 'C0SUPPORT', 'U0LEO;U0KIM', '<@U0LEO>', 'U', '*', 'leo@example.com'])
    assert.deepEqual(
      problemsOf({ CALLSUMMARY_ADMINS: value }).map(({ name }) => name),
      ['CALLSUMMARY_ADMINS'],
      value,
    );
});

test('a log level is one of seven words', () => {
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    assert.equal(configOf({ LOG_LEVEL: level }).logLevel, level);
  for (const level of ['INFO', 'verbose', '30', 'off'])
    assert.match(problemsOf({ LOG_LEVEL: level })[0]?.problem ?? '', /^is none of trace, /);
});

test('Slack’s tokens are told apart by how they begin', () => {
  for (const token of [`xoxb-${canary}`, `xoxe.xoxb-1-${canary}`])
    assert.equal(configOf({ SLACK_BOT_TOKEN: token }).slack.botToken, token);
  for (const token of [`xoxp-${canary}`, `xapp-${canary}`, canary, ` xoxb-${canary}`])
    assert.match(problemsOf({ SLACK_BOT_TOKEN: token })[0]?.problem ?? '', /not a bot token/);
  for (const token of [`xoxb-${canary}`, canary, `XAPP-${canary}`])
    assert.match(problemsOf({ SLACK_APP_TOKEN: token })[0]?.problem ?? '', /not an app-level token/);
});

test('a signing secret that is too short to be one is refused', () => {
  for (const value of ['1234567', 'x'])
    assert.match(problemsOf({ SLACK_SIGNING_SECRET: value })[0]?.problem ?? '', /too short/);
});

const addressNames = ['YEASTAR_BASE_URL', 'SLACK_API_URL'] as const;

test('an address is a whole URL with http or https', () => {
  const noUrls = ['pbx', '192.168.5.150:8088', '//pbx.example.com', 'https://', 'https://pbx example'];
  for (const name of addressNames) {
    for (const value of noUrls) assert.match(problemsOf({ [name]: value })[0]?.problem ?? '', /is not a URL/, value);
    for (const value of ['ftp://pbx', 'file:///etc/passwd', 'javascript:alert(1)', 'pbx.example.com:8088', 'data:,'])
      assert.match(problemsOf({ [name]: value })[0]?.problem ?? '', /must start with https:/, value);
  }
});

test('an address holds nothing but the address: no user, password, query or fragment', () => {
  for (const name of addressNames)
    for (const rest of [`user:${canary}@pbx`, `user@pbx`, `:${canary}@pbx`, `pbx/?token=${canary}`, `pbx/#${canary}`])
      assert.match(problemsOf({ [name]: `https://${rest}` })[0]?.problem ?? '', /address only/, rest);
});

test('Slack’s API is asked at its own address unless told otherwise, and only over https beyond this machine', () => {
  const apiUrl = (value: string) => configOf({ SLACK_API_URL: value }).slack.apiUrl.href;
  assert.equal(apiUrl(''), 'https://slack.com/api/');
  assert.equal(apiUrl('https://slack-gov.com/api'), 'https://slack-gov.com/api/');
  assert.equal(apiUrl('http://127.0.0.1:4000/api/'), 'http://127.0.0.1:4000/api/');
  const insecure = { SLACK_API_URL: 'http://slack.example.com/api/', YEASTAR_ALLOW_HTTP: 'true' };
  assert.match(problemsOf(insecure)[0]?.problem ?? '', /must start with https:/);
});

test('the PBX may stand behind a port and a path', () => {
  const { baseUrl } = configOf({ YEASTAR_BASE_URL: ' https://pbx.example.com:8088/office ' }).yeastar;
  assert.deepEqual([baseUrl.origin, baseUrl.pathname], ['https://pbx.example.com:8088', '/office']);
});

test('a fingerprint of any length is judged at once', () => {
  const time = (length: number) => fastestOf(5, () => problemsOf({ YEASTAR_FINGERPRINT256: 'x'.repeat(length) }));
  const [short, long] = [time(2_000), time(32_000)];
  assert.ok(
    long < 64 * Math.max(short, 0.1),
    `${short.toFixed(2)} ms, and ${long.toFixed(2)} ms for sixteen times as much`,
  );
});

test('an address with an empty query or fragment is refused: what is put behind it would be lost', () => {
  for (const name of ['SLACK_API_URL', 'YEASTAR_BASE_URL'])
    for (const end of ['?', '#', '/?', '/#', '?x', '#x'])
      assert.deepEqual(namesOf(problemsOf({ [name]: `https://pbx.example.com${end}` })), [name], end);
});
