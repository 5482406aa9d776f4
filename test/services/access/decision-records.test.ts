import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccess } from '../../../src/services/access/create-access.ts';
import { call, openOffice, there } from './office.ts';
import { reader } from './people.ts';

test('a decision that cannot be written down is not acted on', async () => {
  const { rules, people } = openOffice();
  const onDecision = async () => {
    throw new Error('disk full');
  };
  const numbersWithEmail = async () => ['3202'];
  const access = createAccess({
    rules,
    people,
    numbersWithEmail,
    onDecision,
    onListing: () => {},
  });
  await assert.rejects(access.assertMayRead(reader, call), { message: 'disk full' });
});

test('a decision is written down before it is acted on, refusals too', async () => {
  const { rules, people } = openOffice();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const onDecision = async () => {
    await gate.promise;
    order.push('written');
  };
  const access = createAccess({
    rules,
    people,
    numbersWithEmail: async () => [],
    onDecision,
    onListing: () => {},
  });
  const asking = access.assertMayRead(reader, call).catch(() => order.push('refused'));
  gate.resolve();
  await asking;
  assert.deepEqual(order, ['written', 'refused']);
});

test('what is written down names everything that decided, and nothing of the call’s content', async () => {
  const { access, written, rules } = openOffice('admins: [U0LEO]');
  await assert.rejects(
    access.assertMayPost(
      reader,
      { ...call, extensionNumber: '77' },
      there({ sharing: 'external' }, '1778683000.000200'),
    ),
  );
  assert.deepEqual(written, [
    {
      readerId: 'U0LEO',
      teamId: 'T0HOME',
      extensionNumber: '77',
      cdrId: call.cdrId,
      phase: 'before_post',
      channelId: 'C0SUPPORT',
      threadTs: '1778683000.000200',
      decision: { allowed: false, rule: 'external_channel' },
      rulesVersion: rules.current().version,
    },
  ]);
});

test('new rules count from the next decision on', async () => {
  const { access, rules } = openOffice('match_email: false');
  await assert.rejects(access.assertMayRead(reader, call), { code: 'not_allowed' });
  assert.deepEqual(rules.reload('match_email: true'), []);
  await access.assertMayRead(reader, call);
  assert.notDeepEqual(rules.reload('match_email: perhaps'), []);
  await access.assertMayRead(reader, call);
});
