import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCallSummaryError } from '../../../../src/errors.ts';
import { downloadPathOf } from '../../../../src/services/yeastar/call-records/download-path.ts';

const pbx = new URL('https://pbx.example:8088/');
const isRefused = (thrown: unknown) =>
  isCallSummaryError(thrown, 'pbx_unexpected') && thrown.details.fault === 'download_resource_url';

test('the documented path is taken as it is', () => {
  const path = '/api/download/PBX-AI_Transcription-X.23.0.70-download-20260514104731-PXFbRkar.json';
  assert.equal(downloadPathOf(path, pbx), path);
});

test('a path with spaces and letters of any language is written as addresses are', () => {
  assert.equal(downloadPathOf('/api/download/Büro 1.json', pbx), '/api/download/B%C3%BCro%201.json');
  assert.equal(downloadPathOf('/api/download/B%C3%BCro%201.json', pbx), '/api/download/B%C3%BCro%201.json');
});

/** What a `download_resource_url` must not be. */
const hostile = [
  '',
  'api/download/x.json',
  'https://evil.example/x.json',
  'HTTPS://evil.example/x.json',
  'https://pbx.example:8088/api/download/x.json',
  'https:/api/download/x.json',
  'javascript:alert(1)',
  'data:application/json,[]',
  'file:///etc/hostname',
  '//evil.example/x.json',
  '///evil.example/x.json',
  '/\\evil.example/x.json',
  '\\\\evil.example\\x.json',
  '\\/evil.example/x.json',
  '/%2fevil.example/x.json',
  '/%5Cevil.example/x.json',
  '/\t/evil.example/x.json',
  '/\n/evil.example/x.json',
  '\t//evil.example/x.json',
  ' //evil.example/x.json',
  '@evil.example/x.json',
  ':80@evil.example/x.json',
  '.evil.example/x.json',
  '/..',
  '/../x.json',
  '/api/../../x.json',
  '/api/./x.json',
  '/api/..',
  '/api/%2e%2e/x.json',
  '/api/.%2E/x.json',
  '/api/%2e%2e%2fx.json',
  '/api/%252e%252e/x.json',
  '/api/..;/x.json',
  '/api/..\\x.json',
  '/api/x.json?next=https://evil.example',
  '/api/x.json?access_token=1',
  '/api/x.json%3Faccess_token=1',
  '/api/x.json#',
  '/api/x.json%23',
  '/api/x.json\r\nHost: evil.example',
  '/api/x.json%0d%0aHost: evil.example',
  '/api/\u0000x.json',
  '/api/%00x.json',
  '/api/%zz.json',
  '/api/%ff.json',
  '/openapi/v1.0/del_token',
  '/OpenAPI/v2.0/callnotes/update',
  '/%6Fpenapi/v1.0/del_token',
  `/${'x'.repeat(1_000)}`,
];

for (const resource of hostile)
  test(`${JSON.stringify(resource.slice(0, 60))} is no path of a file`, () =>
    assert.throws(() => downloadPathOf(resource, pbx), isRefused));

test('whatever the PBX names, what is taken stays on its own address and behind its prefix', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '@',
    ':',
    '?',
    '#',
    ';',
    ' ',
    '\t',
    'evil',
    'ü',
  );
  const resources = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 });
  let taken = 0;
  fc.assert(
    fc.property(resources, (pieces) => {
      const path = pathOrNull(`/${pieces.join('')}`);
      if (path === null) return;
      taken += 1;
      const asked = new URL(`https://pbx.example:8088/prefix${path}?access_token=t`);
      assert.equal(asked.origin, pbx.origin);
      assert.equal(asked.username, '');
      assert.ok(asked.pathname.startsWith('/prefix/'));
      assert.equal(asked.search, '?access_token=t');
      assert.match(path, /^[!-~]+$/);
    }),
    { numRuns: 5_000 },
  );
  assert.ok(taken > 100, `${taken} were taken`);
});

function pathOrNull(resource: string): string | null {
  try {
    return downloadPathOf(resource, pbx);
  } catch (thrown) {
    assert.ok(isRefused(thrown));
    return null;
  }
}
