import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { test } from 'node:test';
import { deadlineIn } from '../../src/services/deadline.ts';

test('a deadline comes, and until then keeps nothing of the request in which it was set', async () => {
  const requests = new AsyncLocalStorage<object>();
  const { promise: seen, resolve } = Promise.withResolvers<readonly [object | undefined, unknown]>();
  const signal = requests.run({}, () => deadlineIn(1));
  const stayAwake = setTimeout(() => {}, 5_000); // the deadline's own timer lets a process end
  signal.addEventListener('abort', () => resolve([requests.getStore(), signal.reason]));
  const [request, reason] = await seen;
  clearTimeout(stayAwake);
  assert.equal(request, undefined);
  assert.ok(reason instanceof DOMException && reason.name === 'TimeoutError');
});
