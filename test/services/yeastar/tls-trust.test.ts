import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { type Certificate, makeCertificate } from '../../../simulators/pbx/certificates.ts';
import { startPbx } from '../../../simulators/pbx/index.ts';
import type { TlsTrust } from '../../../src/config/tls.ts';
import { second } from './hand-clock.ts';
import { assertFails, bounded, durationOf, failureOf, hungUp, listen, openLine, withoutPauses } from './support.ts';

const [ours, other, expired, misnamed] = await Promise.all([
  makeCertificate(),
  makeCertificate(),
  makeCertificate('expired'),
  makeCertificate('wrong-name'),
]);

const system: TlsTrust = { kind: 'system' };
const authority = ({ cert }: Certificate): TlsTrust => ({ kind: 'authority', pem: cert });
const pinned = (...certificates: readonly Certificate[]): TlsTrust => ({
  kind: 'pinned',
  fingerprints: certificates.map(({ fingerprint256 }) => fingerprint256),
  pem: null,
});
const pinnedWithFile = (pin: Certificate, file: Certificate): TlsTrust => ({
  kind: 'pinned',
  fingerprints: [pin.fingerprint256],
  pem: file.cert,
});

const toName = (url: string) => url.replace('127.0.0.1', 'localhost');

const accepted: readonly (readonly [string, Certificate, TlsTrust, ((url: string) => string)?])[] = [
  ['a self-signed certificate given as the authority, by address', ours, authority(ours)],
  ['a self-signed certificate given as the authority, by name', ours, authority(ours), toName],
  ['the pinned self-signed certificate, by address', ours, pinned(ours)],
  ['the pinned self-signed certificate, by name', ours, pinned(ours), toName],
  ['the pinned certificate though it names another host: the pin replaces the name check', misnamed, pinned(misnamed)],
  ['the pinned certificate with its file at hand', ours, pinnedWithFile(ours, ours)],
  ['the second of two pins', ours, pinned(other, ours)],
];

for (const [what, shown, tls, address] of accepted)
  test(`trusted: ${what}`, bounded, async (t) => {
    const line = await openLine(t, { pbx: { tls: shown }, tls, ...(address === undefined ? {} : { address }) });
    await Promise.all(Array.from({ length: 4 }, line.ask));
    assert.equal(line.pbx.count('get_token'), 1);
    await hungUp(line);
  });

const oldPbx = { ...ours, maxVersion: 'TLSv1.1' } as const;

const refused: readonly (readonly [string, Certificate, TlsTrust, RegExp])[] = [
  ['system trust: a self-signed certificate', ours, system, /^DEPTH_ZERO_SELF_SIGNED_CERT$/],
  ['system trust: TLS 1.1', oldPbx, system, /PROTOCOL_VERSION/],
  ['authority: the same name with another key', other, authority(ours), /^(DEPTH_ZERO_SELF_SIGNED_CERT|CERT_SIG.*)$/],
  ['authority: an expired certificate', expired, authority(expired), /^CERT_HAS_EXPIRED$/],
  ['authority: a certificate for another host', misnamed, authority(misnamed), /^ERR_TLS_CERT_ALTNAME_INVALID$/],
  ['authority: TLS 1.1', oldPbx, authority(ours), /PROTOCOL_VERSION/],
  ['pin: the same name with another key', other, pinned(ours), /^ERR_TLS_NOT_PINNED$/],
  ['pin: the pinned certificate has expired', expired, pinned(expired), /^CERT_HAS_EXPIRED$/],
  ['pin: TLS 1.1', oldPbx, pinned(ours), /PROTOCOL_VERSION/],
  ['pin and file: another certificate', other, pinnedWithFile(ours, ours), /^DEPTH_ZERO_SELF_SIGNED_CERT$/],
  ['pin and file: the file is trusted, the pin is another', ours, pinnedWithFile(other, ours), /^ERR_TLS_NOT_PINNED$/],
  ['two pins: neither is shown', misnamed, pinned(ours, other), /^ERR_TLS_NOT_PINNED$/],
];

for (const [what, shown, tls, reason] of refused)
  test(`refused, before a single request: ${what}`, bounded, async (t) => {
    const line = await openLine(t, { pbx: { tls: shown }, tls });
    const failures = await Promise.all(Array.from({ length: 3 }, () => failureOf(line.ask())));
    failures.push(await failureOf(line.ask()));
    for (const { code, details } of failures) {
      assert.equal(code, 'pbx_certificate');
      assert.match('fault' in details ? details.fault : '', reason);
    }
    assert.equal(line.pbx.requests.length, 0);
    await hungUp(line);
  });

for (const tls of [system, authority(ours), pinned(ours), pinnedWithFile(ours, ours)])
  test(`refused with ${tls.kind} trust: a port that does not speak TLS, and it is told nothing`, bounded, async (t) => {
    let heard = '';
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1');
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
    });
    const host = await listen(t, server);
    const line = await openLine(t, { tls, address: () => `https://${host}` });
    const { code } = await failureOf(line.ask());
    assert.equal(code, 'pbx_certificate');
    assert.doesNotMatch(heard, /get_token|HTTP\/1\.1|OpenAPI/);
  });

test('a PBX that cannot be reached is not mistaken for one with a wrong certificate', bounded, async (t) => {
  const trusts = [authority(ours), pinned(ours), pinnedWithFile(ours, ours)];
  for (const tls of trusts) {
    const gone = await startPbx();
    await gone.stop();
    const line = await openLine(t, { tls, address: () => gone.url.replace('http:', 'https:') });
    await assertFails(line.ask(), 'pbx_unreachable', { fault: 'ECONNREFUSED' });
  }
});

test('a PBX that never finishes the TLS handshake is out of reach, not untrusted', bounded, async (t) => {
  const knock = async (tls: TlsTrust) => {
    const line = await openLine(t, { pbx: { tls: ours }, tls, limits: { connectMs: 200, deadlineMs: 5 * second } });
    line.pbx.ignoreConnections(true);
    const unreachable = assertFails(line.ask(), 'pbx_unreachable', { fault: 'UND_ERR_CONNECT_TIMEOUT' });
    const waited = await durationOf(unreachable);
    assert.ok(waited < 3 * second, `${waited} ms`);
    await hungUp(line);
  };
  await Promise.all([knock(authority(ours)), knock(pinned(ours))]);
});

test('troubles inside TLS are told apart from certificates: silence and resets', bounded, async (t) => {
  withoutPauses(t);
  const line = await openLine(t, { pbx: { tls: ours }, tls: pinned(ours), limits: { deadlineMs: second } });
  await line.ask();
  line.pbx.script('system/information', { kind: 'silence' });
  await assertFails(line.ask(), 'pbx_timeout');
  line.pbx.script('system/information', { kind: 'reset', at: 'before-headers' }, 2);
  await assertFails(line.ask(), 'pbx_unreachable');
  await line.ask();
  await hungUp(line);
});

test('a certificate rotated to the second pin is found, at the latest by the next question', bounded, async (t) => {
  const { pbx, ask } = await openLine(t, { pbx: { tls: ours }, tls: pinned(ours, other) });
  await ask();
  for (const next of [other, ours]) {
    pbx.useCertificate(next);
    await ask().catch(() => undefined);
    await ask();
  }
  assert.equal(pbx.count('get_token'), 1);
});

test(
  'a certificate rotated to one that is not pinned is refused, and the right one trusted again',
  bounded,
  async (t) => {
    const { pbx, ask } = await openLine(t, { pbx: { tls: ours }, tls: pinned(ours) });
    await ask();
    const seen = pbx.requests.length;
    pbx.useCertificate(other);
    for (let question = 0; question < 3; question += 1) await assertFails(ask(), 'pbx_certificate');
    assert.equal(pbx.requests.length, seen);
    pbx.useCertificate(ours);
    await ask();
  },
);

test('no environment variable switches the check off, not even Node’s own', bounded, async (t) => {
  t.mock.method(process, 'emitWarning', () => undefined);
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  t.after(() => delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);
  for (const tls of [system, authority(ours), pinnedWithFile(ours, ours)]) {
    const { pbx, ask } = await openLine(t, { pbx: { tls: other }, tls });
    await assertFails(ask(), 'pbx_certificate');
    assert.equal(pbx.requests.length, 0);
  }
});
