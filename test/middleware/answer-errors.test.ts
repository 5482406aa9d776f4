import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CallSummaryError } from '../../src/errors.ts';
import { answerErrors } from '../../src/middleware/answer-errors.ts';
import { aRequest } from './a-request.ts';

const throwing = (thrown: unknown) => async () => {
  throw thrown;
};

test('what ends well is left alone', async () => {
  const { request, told, runs } = aRequest();
  await runs(answerErrors);
  assert.deepEqual([request.outcome, told], [{ code: 'ok' }, []]);
});

test('one of our errors becomes its own words, and its code the outcome', async () => {
  const { request, told, runs } = aRequest();
  await runs(answerErrors, throwing(new CallSummaryError('pbx_unreachable', { fault: 'ECONNREFUSED' })));
  assert.deepEqual(request.outcome, { code: 'pbx_unreachable', detail: { fault: 'ECONNREFUSED' } });
  assert.match(told.join(), /The phone system can’t be reached\.[\s\S]*Reference K7Q2M9XD/);
});

test('of the details only what names no person and no call may reach the log', async () => {
  const { request, runs } = aRequest();
  const details = { cdrId: '20260513223234-3EE9E', extensionNumber: '3202', sawOtherParty: true };
  await runs(answerErrors, throwing(new CallSummaryError('summary_not_found', details)));
  assert.deepEqual(request.outcome, { code: 'summary_not_found', detail: { sawOtherParty: true } });
});

for (const thrown of [new TypeError('hushhush'), 'hushhush', undefined, null, { code: 'pbx_unreachable' }]) {
  test(`something else that is thrown (${typeof thrown}) is our fault, and its words are not passed on`, async () => {
    const { request, told, runs } = aRequest();
    await runs(answerErrors, throwing(thrown));
    assert.deepEqual(request.outcome, { code: 'bug', thrown });
    assert.match(told.join(), /^Something went wrong on our side\.[\s\S]*Reference K7Q2M9XD$/);
    assert.doesNotMatch(told.join(), /hushhush/);
  });
}

test('where the person cannot be told either, that is noted, and nothing is thrown', async () => {
  const { request, runs } = aRequest({}, () => {
    throw new Error('no way to reach them');
  });
  await runs(answerErrors, throwing(new CallSummaryError('busy', {})));
  assert.deepEqual(request.outcome, { code: 'busy', detail: {}, isUntold: true });
});

test('problems go where the person is looking by then', async () => {
  const { request, told, runs } = aRequest();
  const inWindow: string[] = [];
  await runs(answerErrors, async () => {
    request.answer = { send: async ({ text }) => void inWindow.push(text) };
    throw new CallSummaryError('busy', {});
  });
  assert.deepEqual([told.length, inWindow.length], [0, 1]);
});
