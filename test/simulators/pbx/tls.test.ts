import assert from 'node:assert/strict';
import type { RequestOptions } from 'node:https';
import { test } from 'node:test';
import { TLSSocket } from 'node:tls';
import { makeCertificate } from '../../../simulators/pbx/certificates.ts';
import { bounded, open, pbxFor, send, urlOf } from './client.ts';

const ping = (url: string, options: RequestOptions = {}) =>
  send(`${url}/openapi/v1.0/system/information`, { headers: { 'user-agent': 'OpenAPI' }, ...options });

test('a PBX with a certificate speaks https and shows that certificate', bounded, async (t) => {
  const certificate = await makeCertificate();
  const pbx = await pbxFor(t, { tls: certificate });
  assert.match(pbx.url, /^https:\/\/127\.0\.0\.1:\d+$/);
  const response = await open(`${pbx.url}/openapi/v1.0/system/information`, { ca: certificate.cert });
  assert.ok(response.socket instanceof TLSSocket);
  assert.equal(response.socket.getPeerCertificate().fingerprint256, certificate.fingerprint256);
  assert.equal(response.resume().statusCode, 200);
});

test('nobody trusts the certificate unasked, and a second one for the same names is another', bounded, async (t) => {
  const [shown, other] = await Promise.all([makeCertificate(), makeCertificate()]);
  assert.notEqual(shown.fingerprint256, other.fingerprint256);
  const pbx = await pbxFor(t, { tls: shown });
  await assert.rejects(ping(pbx.url), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  await assert.rejects(ping(pbx.url, { ca: other.cert }), /self-signed|signature/);
});

test('an expired certificate is expired, and one for another name is for another name', bounded, async (t) => {
  const [expired, misnamed] = await Promise.all([makeCertificate('expired'), makeCertificate('wrong-name')]);
  const stale = await pbxFor(t, { tls: expired });
  await assert.rejects(ping(stale.url, { ca: expired.cert }), { code: 'CERT_HAS_EXPIRED' });
  const elsewhere = await pbxFor(t, { tls: misnamed });
  await assert.rejects(ping(elsewhere.url, { ca: misnamed.cert }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
});

test('the certificate can be exchanged while the PBX runs', bounded, async (t) => {
  const [first, second] = await Promise.all([makeCertificate(), makeCertificate()]);
  const pbx = await pbxFor(t, { tls: first });
  pbx.useCertificate(second);
  await assert.rejects(ping(pbx.url, { ca: first.cert }));
  assert.equal((await ping(pbx.url, { ca: second.cert })).status, 200);
  const plain = await pbxFor(t);
  assert.throws(() => plain.useCertificate(second), /speaks http/);
});

test('an old PBX speaks TLS 1.1 and nothing newer', bounded, async (t) => {
  const certificate = await makeCertificate();
  const pbx = await pbxFor(t, { tls: { ...certificate, maxVersion: 'TLSv1.1' } });
  await assert.rejects(ping(pbx.url, { ca: certificate.cert, minVersion: 'TLSv1.2' }), /protocol version|EPROTO/);
  const patient = { ca: certificate.cert, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  assert.equal((await ping(pbx.url, patient)).status, 200);
});

test('https does not work on a PBX that speaks http, nor http on one that speaks https', bounded, async (t) => {
  const plain = await pbxFor(t);
  await assert.rejects(ping(plain.url.replace('http:', 'https:')), { code: /EPROTO|ERR_SSL_WRONG_VERSION_NUMBER/ });
  const secure = await pbxFor(t, { tls: await makeCertificate() });
  await assert.rejects(ping(secure.url.replace('https:', 'http:')));
});

test('faults reach through https: resets in the body, silence before the handshake', bounded, async (t) => {
  const certificate = await makeCertificate();
  const pbx = await pbxFor(t, { tls: certificate });
  for (const at of ['before-headers', 'mid-headers', 'mid-body'] as const) {
    pbx.script('system/information', { kind: 'reset', at });
    await assert.rejects(ping(pbx.url, { ca: certificate.cert }), { code: 'ECONNRESET' }, at);
  }
  pbx.ignoreConnections(true);
  const leaving = new AbortController();
  const answer = send(urlOf(pbx, 'get_token'), { ca: certificate.cert, signal: leaving.signal });
  await pbx.until(() => pbx.openConnections === 1);
  leaving.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  await pbx.until(() => pbx.openConnections === 0);
});
