import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWish } from '../../demo/wish.ts';

test('the demo is asked for the page, for its port, for a command, a tour or lines', () => {
  assert.deepEqual(readWish(''), { kind: 'show', port: 0 });
  assert.deepEqual(readWish('--port 4711'), { kind: 'show', port: 4711 });
  assert.deepEqual(readWish('page'), { kind: 'page', port: 0 });
  assert.deepEqual(readWish('page --port=4711'), { kind: 'page', port: 4711 });
  assert.deepEqual(readWish('tour'), { kind: 'tour' });
  assert.deepEqual(readWish('-'), { kind: 'lines' });
  assert.deepEqual(readWish('/callsummary me'), { kind: 'command', line: '/callsummary me' });
});

test('the demo is not asked for anything else', () => {
  for (const words of [
    'constructor',
    'pages',
    'page 4711',
    'page --port',
    'page --port 70000',
    'page --port -1',
    '/other',
  ])
    assert.equal(readWish(words), null, words);
});
