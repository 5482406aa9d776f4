import type { Fault } from './fault.ts';

/**
 * Answers on HTTP 200 (one is a 204) that are no answer: what a PBX says while it restarts, or a proxy in its place.
 * For tests that go through them all.
 */
export const oddAnswers = {
  html: { kind: 'http-status', status: 200 },
  noContent: { kind: 'raw', status: 204, body: '' },
  empty: { kind: 'raw', body: '' },
  byteOrderMark: { kind: 'raw', body: '\uFEFF{"errcode":0,"errmsg":"SUCCESS","data":{}}' },
  truncated: { kind: 'raw', body: '{"errcode":0,"errmsg":"SUCCESS","data":{"dst":{"id":53,"summ' },
  notANumber: { kind: 'raw', body: '{"errcode":NaN,"errmsg":"SUCCESS","data":{}}' },
  duplicateKeys: { kind: 'raw', body: '{"errcode":10004,"errcode":0,"errmsg":"SUCCESS","data":{},"data":null}' },
  prototypeKeys: {
    kind: 'raw',
    body: '{"errcode":0,"errmsg":"SUCCESS","__proto__":{"polluted":true},"data":{"__proto__":{"polluted":true}}}',
  },
  notUtf8: { kind: 'raw', encoding: 'latin1', body: '{"errcode":0,"errmsg":"SUCC\u00C9S"}' },
  onlyNull: { kind: 'raw', body: 'null' },
  onlyArray: { kind: 'raw', body: '[]' },
  onlyText: { kind: 'raw', body: '"SUCCESS"' },
  errcodeAsText: { kind: 'raw', body: '{"errcode":"0","errmsg":"SUCCESS","data":{}}' },
  noErrcode: { kind: 'raw', body: '{"errmsg":"SUCCESS","data":{}}' },
} as const satisfies Record<string, Fault>;
