import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import fc from 'fast-check';
import { dropMalformedFrames } from '../../src/transports/socket-frames.ts';

/** What the SDK's client looks like to us, with a handler of its own that keeps what reaches it. */
function client() {
  const frames = new EventEmitter<{ ws_message: [data: unknown, isBinary: boolean] }>();
  const reached: string[] = [];
  frames.on('ws_message', (data) => void reached.push(String(data)));
  dropMalformedFrames(frames);
  return { says: (data: unknown, isBinary = false) => frames.emit('ws_message', data, isBinary), reached };
}

const good = [
  '{"type":"hello"}',
  '{"type":"disconnect","reason":"warning"}',
  '{"envelope_id":"e","type":"slash_commands","payload":{"command":"/callsummary"}}',
  '{"envelope_id":"e","type":"events_api","payload":{"event":{"type":"app_mention"}}}',
];
const malformed = [
  'null',
  '[]',
  '[{"type":"hello"}]',
  '"x"',
  '1',
  'true',
  '',
  '{',
  'not JSON',
  '{"type":"slash_commands","payload":null}',
  '{"type":"slash_commands","payload":[]}',
  '{"type":"slash_commands","payload":"x"}',
  '{"type":"slash_commands","payload":1}',
  '{"type":"events_api"}',
  '{"type":"events_api","payload":null}',
  '{"type":"events_api","payload":{}}',
  '{"type":"events_api","payload":{"event":null}}',
  '{"type":"events_api","payload":{"event":"app_mention"}}',
];

for (const frame of good) {
  test(`the frame ${frame} passes, as text and as bytes`, () => {
    const { says, reached } = client();
    says(frame);
    says(Buffer.from(frame));
    assert.deepEqual(reached, [frame, frame]);
  });
}

for (const frame of malformed) {
  test(`the frame ${frame || '(nothing)'} is dropped`, () => {
    const { says, reached } = client();
    says(frame);
    assert.deepEqual(reached, []);
  });
}

test('a binary frame is dropped', () => {
  const { says, reached } = client();
  says(Buffer.from('{"type":"hello"}'), true);
  assert.deepEqual(reached, []);
});

test('whatever comes over the socket, only objects with an object for a payload get through', () => {
  const { says, reached } = client();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), (frame) => {
      says(frame);
      for (const passed of reached.splice(0)) {
        const value = JSON.parse(passed);
        assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value));
        if ('payload' in value) assert.equal(typeof value.payload, 'object');
      }
    }),
  );
});
