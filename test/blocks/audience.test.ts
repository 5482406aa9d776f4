import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Audience, audienceMessage } from '../../src/blocks/audience.ts';

const channelId = 'C0INCIDENT7';
const incident: Audience = {
  channelId,
  name: 'inc-482-login-loop',
  kind: 'public',
  people: 48,
  sharing: 'own_workspace',
  isArchived: false,
};
const textOf = (facts: Partial<Audience>) => audienceMessage({ ...incident, ...facts }).text;

test('who will see a post is said in one line', () => {
  const lines: readonly (readonly [Partial<Audience>, string])[] = [
    [{}, '#inc-482-login-loop · public, anyone in your workspace can read it · 48 people'],
    [{ kind: 'private' }, 'This channel · private · 48 people'],
    [{ sharing: 'own_organisation' }, '#inc-482-login-loop · shared across your organisation · 48 people'],
    [
      { kind: 'private', sharing: 'own_organisation' },
      'This channel · private · shared across your organisation · 48 people',
    ],
    [
      { sharing: 'external', name: 'ext-northwind', people: 12 },
      '#ext-northwind · shared with another organisation · 12 people',
    ],
    [{ kind: 'private', sharing: 'external' }, 'This channel · shared with another organisation · 48 people'],
    [{ sharing: 'external_pending' }, '#inc-482-login-loop · about to be shared with another organisation · 48 people'],
    [{ people: 1, kind: 'private' }, 'This channel · private · 1 person'],
    [{ people: 0, kind: 'private' }, 'This channel · private · nobody is in it yet'],
    [{ people: null }, '#inc-482-login-loop · public, anyone in your workspace can read it'],
    [{ kind: 'direct', name: null, people: 2 }, 'A direct message · 2 people'],
    [{ isArchived: true, kind: 'private' }, 'This channel · private · 48 people · archived'],
    [{ sharing: 'unknown' }, '#inc-482-login-loop · I couldn’t check who reads along there.'],
    [
      { sharing: 'unknown', kind: 'unknown', name: null },
      'This conversation · I couldn’t check who reads along there.',
    ],
    [{ sharing: 'unknown', kind: 'direct' }, 'A direct message · I couldn’t check who reads along there.'],
  ];
  for (const [facts, line] of lines) assert.equal(textOf(facts), line);
});

test('the block leaves the name of the channel to Slack, and says the same', () => {
  assert.deepEqual(audienceMessage({ ...incident, kind: 'private', sharing: 'external' }).blocks, [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'channel', channel_id: channelId },
            { type: 'text', text: ' · shared with another organisation' },
            { type: 'text', text: ' · 48 people' },
          ],
        },
      ],
    },
  ]);
});

test('a direct message has no channel to draw', () => {
  const { blocks } = audienceMessage({
    ...incident,
    channelId: 'D0AGENTLEAD',
    kind: 'direct',
    name: null,
    people: null,
  });
  assert.deepEqual(blocks, [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'A direct message' }] }],
    },
  ]);
});

test('the name of a channel that is not public stands nowhere', () => {
  for (const kind of ['private', 'direct', 'unknown'] as const)
    for (const sharing of ['own_workspace', 'own_organisation', 'external', 'external_pending', 'unknown'] as const)
      assert.ok(!JSON.stringify(audienceMessage({ ...incident, kind, sharing })).includes('inc-482'), kind);
});

test('readers from outside are never passed over, however private a channel is', () => {
  for (const kind of ['public', 'private', 'direct', 'unknown'] as const) {
    assert.match(textOf({ kind, sharing: 'external' }), /shared with another organisation/);
    assert.match(textOf({ kind, sharing: 'external_pending' }), /about to be shared with another organisation/);
    assert.match(textOf({ kind, sharing: 'unknown' }), /I couldn’t check/);
  }
});

test('a name is only ever words', () => {
  assert.match(textOf({ name: '<!channel>' }), /^#&lt;!channel&gt; ·/);
});
