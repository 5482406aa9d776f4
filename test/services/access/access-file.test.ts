import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from './parsed-file.ts';

test('a full file is read as it is meant', () => {
  const { version, ...rules } = rulesOf(`
contact: "Ask Mara Quinn: 4000"
match_email: false
admins: [U0ADMIN01, W0ADMIN02]
ties:
  - person: U0LEO
    extension: 3202
    from: 2026-03-01
    until: "2026-12-31"
  - { person: U0LEO, extension: "0321" }
leads:
  - group: S0LEADS
    extensions:
      - 3200-3299
      - 3400
      - 0100-0199
closed_channels: [C0CLOSED1, G0CLOSED2]
redacted_channels: [C0REDACT1, G0REDACT2]
allow_external: true
`);
  assert.match(version, /^[0-9a-f]{12}$/);
  assert.deepEqual(rules, {
    contact: 'Ask Mara Quinn: 4000',
    matchesEmail: false,
    admins: new Set(['U0ADMIN01', 'W0ADMIN02']),
    ties: [
      { personId: 'U0LEO', extensionNumber: '3202', from: '2026-03-01', until: '2026-12-31', line: 6 },
      { personId: 'U0LEO', extensionNumber: '0321', from: null, until: null, line: 10 },
    ],
    leads: [
      {
        groupId: 'S0LEADS',
        extensions: [
          { first: '3200', last: '3299' },
          { first: '3400', last: '3400' },
          { first: '0100', last: '0199' },
        ],
        line: 12,
      },
    ],
    closedChannels: new Set(['C0CLOSED1', 'G0CLOSED2']),
    redactedChannels: new Set(['C0REDACT1', 'G0REDACT2']),
    allowsExternal: true,
  });
});

test('a file that says nothing gives nobody anything, and matches addresses', () => {
  for (const text of [
    '',
    '\n',
    '# only a remark\n',
    'ties:\nleads:\nadmins: # nobody yet\nclosed_channels:\nredacted_channels:\ncontact:\n',
    '{}',
  ]) {
    const { ties, leads, admins, redactedChannels, contact, matchesEmail, allowsExternal } = rulesOf(text);
    assert.deepEqual([ties, leads, admins.size, redactedChannels.size, contact], [[], [], 0, 0, null]);
    assert.deepEqual([matchesEmail, allowsExternal], [true, false]);
  }
});

test('a number without quotes is the number that was written', () => {
  const written = ['3202', '7', '1234567890', '"0321"', "'007'"];
  for (const number of written) {
    const [tie] = rulesOf(`ties: [{ person: U0LEO, extension: ${number} }]`).ties;
    assert.equal(tie?.extensionNumber, number.replaceAll(/["']/g, ''));
  }
});

test('a file as long as may be is read', { timeout: 10_000 }, () => {
  const tie = '  - { person: U012ABC3DEF, extension: 3202, from: 2026-03-01 }\n';
  const { ties } = rulesOf(`ties:\n${tie.repeat(2_000)}`);
  assert.deepEqual([ties.length, ties[1_999]?.line], [2_000, 2_001]);
});
