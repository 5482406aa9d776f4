import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, openOffice } from './office.ts';
import { knownPeople, leo } from './people.ts';

test('an explanation names the rule and the lines, refuses nobody and is not written down', async () => {
  const file =
    'ties:\n  - { person: U0LEO, extension: 3202 }\nleads:\n  - { group: S0LEADS, extensions: [3200-3299] }\n';
  const { access, written } = openOffice(file, knownPeople(leo, ['S0LEADS']));
  const explained = await access.explain('U0LEO', call);
  assert.deepEqual(explained.decision, { allowed: true, rule: 'tie' });
  assert.deepEqual([explained.ties.map(({ line }) => line), explained.leads.map(({ line }) => line)], [[2], [4]]);
  assert.deepEqual((await access.explain('U0LEO', { ...call, extensionNumber: '77' })).decision.allowed, false);
  assert.deepEqual(written, []);
});

test('an explanation asks Slack anew, as no member of any workspace in particular', async () => {
  const { access, people } = openOffice();
  await access.explain('U0LEO', call);
  assert.deepEqual(people.asked, ['who is U0LEO (now)']);
});

test('without a call the explanation is about the extension, with one about that call', async () => {
  const { access } = openOffice('ties: [{ person: U0LEO, extension: 3202, from: 2026-03-01 }]');
  const ruleFor = async (cdrId: string | null) =>
    (await access.explain('U0LEO', { extensionNumber: '3202', cdrId })).decision.rule;
  assert.equal(await ruleFor(null), 'tie');
  assert.equal(await ruleFor('20260301000000-3EE9E'), 'tie');
  assert.equal(await ruleFor('20260228235959-3EE9E'), 'outside_dates');
  assert.equal(await ruleFor('call-123456-x'), 'call_day_unknown');
});
