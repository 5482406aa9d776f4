import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCertificate } from '../../simulators/pbx/certificates.ts';
import { bounded, linesAbout, openWorkshop } from './workshop.ts';

test('a PBX nobody listens at is not reachable, and nothing else is asked of it', bounded, async (t) => {
  const { env, pbx, doctor } = await openWorkshop(t);
  await pbx.stop();
  const { exitCode, out } = await doctor();
  assert.match(
    linesAbout(out, 'PBX reachable'),
    /^failed .* refuses connections on this port\.\n +Compare YEASTAR_BASE_URL/,
  );
  assert.match(linesAbout(out, 'PBX sign-in'), /^skipped .*"PBX reachable" comes first\.$/);
  assert.equal(exitCode, 1);
  env.YEASTAR_BASE_URL = 'https://nobody.invalid:8088';
  assert.match(linesAbout((await doctor()).out, 'PBX reachable'), /^failed {3}PBX reachable: nobody\.invalid:8088 /);
});

test('a port that takes connections and never speaks TLS is no PBX', { timeout: 30_000 }, async (t) => {
  const { env, doctor } = await openWorkshop(t);
  env.YEASTAR_BASE_URL = `${env.YEASTAR_BASE_URL}`.replace('http:', 'https:');
  const about = linesAbout((await doctor()).out, 'PBX certificate');
  assert.match(about, /^failed .*no encrypted connection \(.*\)\.\n +Does the PBX speak https on this port\?$/);
});

const [good, other, expired, misnamed] = await Promise.all([
  makeCertificate(),
  makeCertificate(),
  makeCertificate('expired'),
  makeCertificate('wrong-name'),
]);
const authority = { YEASTAR_CA_FILE: 'ca.pem' };

for (const [name, tls, settings, expected] of [
  ['trusted by a file, about to end', good, authority, /^warning .*trusted by YEASTAR_CA_FILE, and only good until/],
  [
    'pinned, about to end',
    good,
    { YEASTAR_FINGERPRINT256: good.fingerprint256 },
    /^warning .*by its fingerprint, and only/,
  ],
  [
    'another than the pinned one',
    good,
    { YEASTAR_FINGERPRINT256: other.fingerprint256 },
    /^failed .*is not in YEASTAR_FING/,
  ],
  ['expired and pinned', expired, { YEASTAR_FINGERPRINT256: expired.fingerprint256 }, /^failed .*it has expired\./],
  ['made out to another name', misnamed, authority, /^failed .*made out to another name/],
] as const) {
  test(`a certificate ${name}`, bounded, async (t) => {
    const { env, files, pbx, doctor } = await openWorkshop(t, { pbx: { tls } });
    files['ca.pem'] = tls.cert;
    Object.assign(env, settings);
    const about = linesAbout((await doctor()).out, 'PBX certificate');
    assert.match(about, expected);
    if (about.startsWith('failed')) {
      assert.ok(about.includes(tls.fingerprint256), 'the presented fingerprint is shown');
      assert.match(about, /until \d{4}-\d\d-\d\d/);
      assert.equal(pbx.count('*'), 0, 'nothing was sent');
    }
  });
}

test('a certificate of a known authority that lasts is well', bounded, async (t) => {
  const tls = await makeCertificate('lasting');
  const { env, files, doctor } = await openWorkshop(t, { pbx: { tls } });
  Object.assign(env, authority);
  files['ca.pem'] = tls.cert;
  assert.match(linesAbout((await doctor()).out, 'PBX certificate'), /^ok .*trusted by YEASTAR_CA_FILE, good until/);
});

for (const [version, expected] of [
  ['83.23.0.123', 'ok'],
  ['37.23.0.124', 'ok'],
  ['84.23.1.0', 'ok'],
  ['84.24.0.1', 'ok'],
  ['84.23.0.122', 'warning'],
  ['84.22.9.999', 'warning'],
  ['84', 'warning'],
  ['', 'warning'],
] as const) {
  test(`firmware "${version}" is ${expected}`, bounded, async (t) => {
    const { doctor } = await openWorkshop(t, { pbx: { firmwareVersion: version } });
    assert.match(linesAbout((await doctor()).out, 'PBX firmware'), new RegExp(`^${expected} `));
  });
}

for (const [errcode, expected] of [
  [10001, /does not know this interface \(10001\)\.\n +Update the firmware/],
  [10003, /does not support this version of the API \(10003\)\.\n +Update the firmware/],
  [-2, /internal error \(-2\)\.\n.*update the firmware/],
] as const) {
  test(`a firmware without API v2.0 that says ${errcode} to it`, bounded, async (t) => {
    const { doctor } = await openWorkshop(t, { pbx: { firmwareVersion: '37.21.0.90', missingV2: errcode } });
    const { out } = await doctor();
    assert.match(linesAbout(out, 'PBX firmware'), /^warning .*37\.21\.0\.90; expected is X\.23\.0\.123/);
    for (const name of ['cdr/getaisummary', 'cdr/aidownload']) assert.match(linesAbout(out, `PBX ${name}`), expected);
    assert.match(linesAbout(out, 'PBX extension'), /^ok /, 'v1.0 is there');
  });
}

const endpointNames = ['extension/list', 'extension/search', 'cdr/getaisummary', 'cdr/aidownload'] as const;

for (const name of endpointNames) {
  test(`${name}: what the PBX says is told apart`, bounded, async (t) => {
    const { pbx, doctor } = await openWorkshop(t);
    for (const [errcode, expected] of [
      [60001, /^ok /],
      [10001, /^failed .*does not know this interface \(10001\)/],
      [10003, /^failed .*does not support this version of the API \(10003\)/],
      [10005, /^failed .*may not use this interface \(10005\)\.\n +PBX web portal > Integrations > API/],
      [70123, /^failed .*not set up for this/],
      [99999, /^failed .*errcode 99999/],
    ] as const) {
      pbx.clearScript();
      pbx.script(name, { kind: 'errcode', errcode });
      assert.match(linesAbout((await doctor()).out, `PBX ${name}`), expected);
    }
  });
}

test('system/information without permission is no failed sign-in', bounded, async (t) => {
  const { doctor } = await openWorkshop(t, { pbx: { deniedEndpoints: ['system/information'] } });
  const { out } = await doctor();
  assert.match(linesAbout(out, 'PBX sign-in'), /^ok /);
  assert.match(linesAbout(out, 'PBX system/information'), /^failed .*10005/);
  assert.match(linesAbout(out, 'PBX firmware'), /^warning /);
  assert.match(linesAbout(out, 'PBX cdr/aidownload'), /^skipped .*"PBX system\/information" comes first/);
  assert.match(linesAbout(out, 'PBX cdr/getaisummary'), /^ok /);
});

test('the summary is asked for with an id there is, and a leg there cannot be', bounded, async (t) => {
  const { pbx, doctor } = await openWorkshop(t);
  await doctor();
  const asked = pbx.requests.find(({ endpoint }) => endpoint === 'cdr/getaisummary');
  assert.match(JSON.stringify(asked?.query), /00000000000000-00000/);
  assert.match(JSON.stringify(asked?.query), /"dst_ext_id":"12"/);
});

test('an extension is looked up by the number that was given', bounded, async (t) => {
  const { doctor } = await openWorkshop(t);
  assert.match(
    linesAbout((await doctor('--extension', '3202')).out, 'PBX extension'),
    /^ok .*number 3202 has the id 60\.$/,
  );
  const unknown = await doctor('--extension', '9999');
  assert.match(linesAbout(unknown.out, 'PBX extension'), /^failed .*knows no extension 9999\./);
  assert.equal(unknown.exitCode, 1);
});

test('a PBX without extensions is worth a warning', bounded, async (t) => {
  const { doctor } = await openWorkshop(t, { pbx: { extensions: [] } });
  assert.match(linesAbout((await doctor()).out, 'PBX extension'), /^warning .*lists no extensions/);
});

for (const [aheadMs, isHttp, expected] of [
  [30_000, false, /^ok .*the PBX and Slack within 60 s/],
  [-120_000, false, /^warning .*Slack is \d+ s behind this machine\.\n +Set the clock of this machine/],
  [600_000, false, /^warning .*Slack is \d+ s ahead of this machine/],
  [600_000, true, /^failed .*Slack is \d+ s ahead of this machine/],
] as const) {
  test(`Slack's clock ${aheadMs / 1000} s ahead, in ${isHttp ? 'HTTP' : 'Socket'} mode`, bounded, async (t) => {
    const { env, doctor } = await openWorkshop(t, { slack: { clockAheadMs: aheadMs } });
    if (isHttp) delete env.SLACK_APP_TOKEN;
    env.SLACK_SIGNING_SECRET = 'a secret of some length';
    assert.match(linesAbout((await doctor()).out, 'Clocks'), expected);
  });
}
