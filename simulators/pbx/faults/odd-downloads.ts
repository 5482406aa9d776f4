import type { Fault } from './fault.ts';

/** Offers of a file that a client must not follow. For tests that go through them all, scripted at `cdr/aidownload`. */
export const oddDownloadUrls = {
  otherOrigin: { kind: 'download-url', url: 'https://evil.example{path}' },
  otherOriginByHttp: { kind: 'download-url', url: 'http://evil.example{path}' },
  protocolRelative: { kind: 'download-url', url: '//evil.example{path}' },
  backslashes: { kind: 'download-url', url: '\\\\evil.example{path}' },
  slashBackslash: { kind: 'download-url', url: '/\\evil.example{path}' },
  backslashInside: { kind: 'download-url', url: '/api\\..{path}' },
  tabInside: { kind: 'download-url', url: '/\t/evil.example{path}' },
  dotDot: { kind: 'download-url', url: '/api/download/../..{path}' },
  dotDotEncoded: { kind: 'download-url', url: '/api/download/%2e%2e/%2e%2e{path}' },
  otherInterface: { kind: 'download-url', url: '/openapi/v1.0/del_token' },
  userInfo: { kind: 'download-url', url: '@evil.example{path}' },
  relative: { kind: 'download-url', url: 'api/download/file.json' },
  script: { kind: 'download-url', url: 'javascript:alert(1)' },
  empty: { kind: 'download-url', url: '' },
  missing: { kind: 'download-url' },
} as const satisfies Record<string, Fault>;

/** Files on HTTP 200 that hold no rows, or rows nobody can use. For tests that go through them all, scripted at `api/download`. */
export const oddDownloads = {
  html: { kind: 'http-status', status: 200 },
  notJson: { kind: 'raw', body: 'uid,leg_id,time\n20260513223234C1161,20260513223234-3EE9E,2026/05/13 22:32:34\n' },
  truncated: { kind: 'raw', body: '[{"uid":"20260513223234C1161","leg_id":"20260513223234-3EE' },
  empty: { kind: 'raw', body: '' },
  byteOrderMark: { kind: 'raw', body: '\uFEFF[]' },
  notUtf8: { kind: 'raw', encoding: 'latin1', body: '[{"call_from":"In\u00EAs"}]' },
  onlyNull: { kind: 'raw', body: 'null' },
  notAnArray: { kind: 'raw', body: '{"data":[]}' },
  rowsOfOtherTypes: { kind: 'raw', body: '[null,1,"row",[],{}]' },
  prototypeKeys: {
    kind: 'raw',
    body: '[{"__proto__":{"polluted":true},"constructor":{},"leg_id":"20260513223234-3EE9E"}]',
  },
  deeplyNested: { kind: 'raw', body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
} as const satisfies Record<string, Fault>;
