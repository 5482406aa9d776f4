import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownBlock, PlainTextOption } from '@slack/types';
import fc from 'fast-check';
import { decodeReference } from '../../src/blocks/call-reference-value.ts';
import { callOptions } from '../../src/blocks/recent-calls/call-option.ts';
import { recentCallsMessage } from '../../src/blocks/recent-calls/recent-calls-message.ts';
import { recentCallsSelect } from '../../src/blocks/recent-calls/recent-calls-select.ts';
import { parseExtensionNumber, parseLegId } from '../../src/services/call-reference/ids.ts';
import type { OfferedCall, OfferedCalls } from '../../src/services/recent-calls/offer.ts';
import { textProblems, textsIn } from './slack-rules.ts';

/** The entry of one call. */
function callOption(call: OfferedCall, timeZone: string | null): PlainTextOption {
  const [option] = callOptions([call], timeZone);
  return option ?? assert.fail('no entry');
}

const extension = (text: string) => parseExtensionNumber(text) ?? assert.fail(text);
const legId = (text: string) => parseLegId(text) ?? assert.fail(text);

const hale: OfferedCall = {
  reference: { cdrId: legId('20260513223234-3EE9E'), extensionNumber: extension('3202') },
  startedAt: new Date('2026-05-13T20:33:44Z'),
  direction: 'inbound',
  withWhom: 'Kristin Hale',
  extensionNumber: extension('3202'),
  durationSeconds: 734,
};
const offered = (changes: Partial<OfferedCalls> = {}): OfferedCalls => ({
  calls: [hale],
  more: 0,
  state: 'complete',
  isCut: false,
  window: { from: new Date('2026-05-07T09:00:00Z'), until: new Date('2026-05-14T09:15:00Z') },
  ...changes,
});
const words = (option: PlainTextOption) => [option.text.text, option.description?.text];
const zone = 'Europe/Amsterdam';

test('an entry says when and with whom, and below it what kind of call it was', () => {
  assert.deepEqual(callOption(hale, zone), {
    text: { type: 'plain_text', text: 'Wed 13 May, 22:33 · Kristin Hale', emoji: false },
    description: { type: 'plain_text', text: 'Inbound · 12 min · extension 3202', emoji: false },
    value: '{"pbx":"main","cdrId":"20260513223234-3EE9E","extensionNumber":"3202"}',
  });
  assert.deepEqual(words(callOption(hale, null)), [
    'Wed 13 May, 20:33 UTC · Kristin Hale',
    'Inbound · 12 min · extension 3202',
  ]);
});

test('what the phone system did not say is left out or said to be unknown', () => {
  const bare = { ...hale, startedAt: null, direction: null, withWhom: '', durationSeconds: null };
  assert.deepEqual(words(callOption(bare, zone)), ['Unknown time · unknown party', 'extension 3202']);
});

test('lengths are said as people say them', () => {
  const lengths: Readonly<Record<number, string>> = {
    0: '0 s',
    59.4: '59 s',
    59.6: '1 min',
    60: '1 min',
    754: '13 min',
    3569: '59 min',
    3571: '1 h 0 min',
    3900: '1 h 5 min',
  };
  for (const [seconds, said] of Object.entries(lengths))
    assert.equal(
      words(callOption({ ...hale, durationSeconds: Number(seconds) }, zone))[1],
      `Inbound · ${said} · extension 3202`,
    );
});

test('the longest ids fit into an entry’s value and lead back to the call', () => {
  const reference = { cdrId: legId(`${'1'.repeat(32)}-${'2'.repeat(31)}`), extensionNumber: extension('1234567890') };
  const { value = '' } = callOption({ ...hale, reference }, zone);
  assert.ok(value.length <= 150, `${value.length} characters`);
  assert.deepEqual(decodeReference(value), reference);
  assert.ok((callOption(hale, zone).value ?? '').length <= 75);
});

test('a menu takes a hundred entries, in the order they come', () => {
  const calls = Array.from({ length: 130 }, (_, index) => ({ ...hale, withWhom: `Caller ${index}` }));
  const options = callOptions(calls, zone);
  assert.equal(options.length, 100);
  assert.deepEqual(options[99], callOption({ ...hale, withWhom: 'Caller 99' }, zone));
});

const shown = ({ blocks }: { blocks: KnownBlock[] }) => textsIn(blocks).join('\n');
const kinds = ({ blocks }: { blocks: KnownBlock[] }) =>
  blocks
    .map((block) => (block.type === 'actions' ? block.elements.map(({ type }) => type).join() : block.type))
    .join(' ');

test('recent calls come with a button each, a menu for the others, and the same in words', () => {
  const message = recentCallsMessage(offered({ more: 7 }), null, zone);
  assert.equal(kinds(message), 'section section section external_select context');
  assert.equal(
    message.text,
    'Recent calls with a summary that you can read:\n' +
      'Wed 13 May, 22:33 · Kristin Hale (Inbound · 12 min · extension 3202): /callsummary 20260513223234-3EE9E 3202\n' +
      '7 more: search for them in the menu.\n' +
      'You can also type a call leg id and an extension number; /callsummary help shows how.',
  );
  const [, row] = message.blocks;
  assert.deepEqual(row, {
    type: 'section',
    text: {
      type: 'plain_text',
      text: 'Wed 13 May, 22:33 · Kristin Hale\nInbound · 12 min · extension 3202',
      emoji: false,
    },
    accessory: {
      type: 'button',
      action_id: 'show_call_summary',
      text: { type: 'plain_text', text: 'Show', emoji: false },
      value: '{"pbx":"main","cdrId":"20260513223234-3EE9E","extensionNumber":"3202"}',
      accessibility_label: 'Show summary: Wed 13 May, 22:33 · Kristin Hale',
    },
  });
});

test('five calls are shown and the others counted, also those nobody looked at', () => {
  const message = recentCallsMessage(
    offered({ calls: Array.from({ length: 9 }, () => hale), more: 3, isCut: true }),
    null,
    zone,
  );
  assert.equal(message.blocks.filter((block) => block.type === 'section' && block.accessory !== undefined).length, 5);
  for (const said of [message.text, shown(message)]) {
    assert.match(said, /7 more: search for them in the menu\./);
    assert.match(said, /The phone system has more calls than it lists: type the call leg id of one that is missing\./);
  }
});

test('the heading says whose calls they are', () => {
  const heading = (asked: Parameters<typeof recentCallsMessage>[1]) =>
    recentCallsMessage(offered(), asked, zone).text.split('\n')[0];
  assert.equal(heading(null), 'Recent calls with a summary that you can read:');
  assert.equal(heading('mine'), 'Your recent calls with a summary:');
  assert.equal(heading(extension('3202')), 'Recent calls of extension 3202 with a summary:');
});

test('where there is no call, the answer says what was looked through and how to ask otherwise', () => {
  const none = (asked: Parameters<typeof recentCallsMessage>[1], hours = 168.25) => {
    const from = new Date(0);
    const window = { from, until: new Date(hours * 3_600_000) };
    return recentCallsMessage(offered({ calls: [], window }), asked, zone);
  };
  const first = ({ text }: { text: string }) => text.split('\n')[0];
  assert.equal(first(none(null)), 'No calls with a summary in the last 7 days that you can read.');
  assert.equal(first(none(null, 24.25)), 'No calls with a summary in the last 24 hours that you can read.');
  assert.equal(first(none(null, 6.25)), 'No calls with a summary in the last 6 hours that you can read.');
  assert.equal(first(none('mine')), 'No calls of your own with a summary in the last 7 days.');
  assert.equal(
    first(none(extension('3202'))),
    'No calls of extension 3202 with a summary in the last 7 days that you can read.',
  );
  assert.match(none(null).text, /\/callsummary 20260513223234-3EE9E 3202/);
  assert.equal(kinds(none('mine')), 'section external_select context');
});

test('why there is no list is one sentence, and the way to ask stands below', () => {
  const without = (state: OfferedCalls['state']) =>
    recentCallsMessage({ calls: [], more: 0, state, isCut: false, window: null }, null, zone);
  assert.match(
    without('not_offered').text,
    /^The phone system does not give me a list of recent calls, so I need to know which one\.\nType /,
  );
  assert.match(
    without('failed').text,
    /^The phone system did not give me its recent calls\. Try again in a moment, or tell me which call\.\nType /,
  );
  assert.match(
    without('still_fetching').text,
    /^Still fetching the recent calls from the phone system\. In a moment you can pick one here:/,
  );
  assert.equal(kinds(without('still_fetching')), 'section external_select context');
});

test('the menu lists calls before anything is typed, and can begin with one', () => {
  assert.deepEqual(recentCallsSelect(), {
    type: 'external_select',
    action_id: 'recent_calls',
    min_query_length: 0,
    placeholder: { type: 'plain_text', text: 'Name, number or day', emoji: false },
  });
  const initial = callOption(hale, zone);
  assert.deepEqual(recentCallsSelect(initial).initial_option, initial);
});

const anyCall: fc.Arbitrary<OfferedCall> = fc.record({
  reference: fc.constant(hale.reference),
  startedAt: fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
  direction: fc.constantFrom('inbound', 'outbound', 'internal', null),
  withWhom: fc
    .string({ unit: fc.constantFrom('&', '<', '>', 'a', '👩‍🚀', 'é', '<!channel>', ' '), maxLength: 113, size: 'max' })
    .map((text) => text.slice(0, 113).toWellFormed()),
  extensionNumber: fc.constant(extension('1234567890')),
  durationSeconds: fc.option(fc.nat(1_000_000)),
});

test('whatever the calls are, Slack takes the entries and the message, and nothing in them is alive', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 120 }), fc.nat(), fc.boolean(), (calls, more, isCut) => {
      for (const option of callOptions(calls, null)) {
        assert.ok(words(option).every((text = '') => text.length >= 1 && text.length <= 75 && text.isWellFormed()));
      }
      const message = recentCallsMessage(offered({ calls, more, isCut }), null, null);
      assert.deepEqual(textProblems(message.text), []);
      assert.ok(JSON.stringify(message.blocks).length <= 11_000);
      for (const block of message.blocks) {
        if (block.type !== 'section' || block.accessory?.type !== 'button') continue;
        assert.equal(block.text?.type, 'plain_text');
        assert.ok((block.accessory.accessibility_label ?? '').length <= 75);
      }
      assert.deepEqual(
        message,
        recentCallsMessage(offered({ calls, more, isCut }), null, null),
        'equal input, equal bytes',
      );
    }),
    { numRuns: 60 },
  );
});
