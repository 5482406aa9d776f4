import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRulesInForce } from '../../../src/services/access/rules-in-force.ts';

const admins = new Set(['U0ADMIN']);

test('without a file only the administrators of the environment are named', () => {
  const rules = createRulesInForce(admins).current();
  assert.deepEqual([...rules.admins], ['U0ADMIN']);
  assert.deepEqual([rules.ties, rules.leads, rules.allowsExternal], [[], [], false]);
  assert.equal(rules.redactedChannels.size, 0);
});

test('a new file replaces the rules, and the administrators of the environment stay', () => {
  const rules = createRulesInForce(admins);
  assert.deepEqual(rules.reload('admins: [U0LEO]\nallow_external: true\n'), []);
  assert.deepEqual([...rules.current().admins], ['U0LEO', 'U0ADMIN']);
  assert.deepEqual(rules.reload(''), []);
  assert.deepEqual([...rules.current().admins], ['U0ADMIN']);
  assert.equal(rules.current().allowsExternal, false);
});

test('a broken file keeps the old rules, and says what is wrong with it', () => {
  const rules = createRulesInForce(admins);
  rules.reload('admins: [U0LEO]');
  const before = rules.current();
  for (const broken of ['admins: [leo]', 'adminz: [U0LEO]', 'admins: [U0LEO', '- a', '"'])
    assert.ok(rules.reload(broken).length > 0, broken);
  assert.equal(rules.current(), before);
});

test('each content of the file has a version of its own', () => {
  const rules = createRulesInForce(admins);
  const versions = ['', 'admins: [U0LEO]', 'admins: [U0KIM]'].map((text) => {
    rules.reload(text);
    return rules.current().version;
  });
  assert.equal(new Set(versions).size, 3);
});

test('two sets of rules never carry one version, also where only the environment differs', () => {
  const versionOf = (admins: readonly string[], text: string | null = null) => {
    const rules = createRulesInForce(new Set(admins));
    if (text !== null) rules.reload(text);
    return rules.current().version;
  };
  const file = 'match_email: true';
  const versions = [
    versionOf([]),
    versionOf(['U0LEO']),
    versionOf(['U0LEO', 'U0KIM']),
    versionOf([], file),
    versionOf(['U0LEO'], file),
    versionOf(['U0KIM'], file),
    versionOf(['U0LEO', 'U0KIM'], file),
  ];
  assert.equal(new Set(versions).size, versions.length);
  assert.equal(versionOf(['U0KIM', 'U0LEO'], file), versionOf(['U0LEO', 'U0KIM'], file), 'in whatever order');
  for (const version of versions) assert.match(version, /^[0-9a-z-]{1,64}$/, 'a word the audit log takes');
});
