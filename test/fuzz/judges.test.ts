import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressesIn, aliveInBlocks, aliveInMrkdwn } from '../../fuzz/judges/mentions.ts';
import { judgeMessage, judgeSuggestions, judgeView } from '../../fuzz/judges/rendered.ts';
import { readingOf } from '../../fuzz/judges/thrown.ts';
import { timed } from '../../fuzz/judges/time.ts';
import { Found } from '../../fuzz/target.ts';
import { CallSummaryError } from '../../src/errors.ts';

const alive: readonly (readonly [text: string, what: string])[] = [
  ['<!channel>', 'broadcast:channel'],
  ['hello <!here|quietly>', 'broadcast:here'],
  ['<@U012AB3CD>', 'user:U012AB3CD'],
  ['<@U012AB3CD|boss>', 'user:U012AB3CD'],
  ['<#C012AB3CD|general>', 'channel:C012AB3CD'],
  ['<!subteam^S012AB3CD>', 'group:S012AB3CD'],
  ['<!date^0^{date}|today>', 'special:date^0^{date}'],
  ['<https://evil.example|your bank>', 'link:https://evil.example'],
  ['<mailto:pay@evil.example|support>', 'link:mailto:pay@evil.example'],
  ['1 < 2', 'bracket:<'],
  ['2 > 1', 'bracket:>'],
  ['R&D', 'ampersand:&'],
];

for (const [text, what] of alive)
  test(`the judge sees what is alive in ${text}`, () => {
    assert.deepEqual(aliveInMrkdwn(text), [what]);
    const section = { type: 'section', text: { type: 'mrkdwn', text } };
    assert.deepEqual(aliveInBlocks([section]), [what]);
    assert.throws(() => judgeMessage({ text, blocks: [] }), Found);
  });

test('the judge leaves escaped and plain text alone', () => {
  assert.deepEqual(aliveInMrkdwn('&lt;!channel&gt; &amp;lt; *bold* Node.js a@b.example'), []);
  assert.deepEqual(aliveInBlocks([{ type: 'header', text: { type: 'plain_text', text: '<!channel>' } }]), []);
  assert.deepEqual(addressesIn('hxxps://evil[.]example slack[:]//open www[.]evil[.]example example.com'), []);
});

test('the judge sees addresses that a program would make clickable', () => {
  for (const text of ['https://evil.example', 'HTTP://x', 'slack://open', 'see www.evil.example'])
    assert.equal(addressesIn(text).length, 1, text);
});

const elements = [
  { type: 'user', user_id: 'U1' },
  { type: 'usergroup', usergroup_id: 'S1' },
  { type: 'channel', channel_id: 'C1' },
  { type: 'broadcast', range: 'channel' },
  { type: 'link', url: 'https://evil.example' },
];

for (const element of elements)
  test(`the judge sees a live element of type ${element.type}, and leaves it where it was meant`, () => {
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] }];
    const [what = ''] = aliveInBlocks(blocks);
    assert.match(what, new RegExp(`^${element.type}:`));
    assert.throws(() => judgeMessage({ text: 'x', blocks }), Found);
    judgeMessage({ text: 'x', blocks }, { isMeant: (alive) => alive === what });
  });

const plain = (text: string) => ({ type: 'plain_text', text });

test('the judge knows Slack’s limits', () => {
  const section = { type: 'section', text: plain('x') };
  const tooMuch: readonly (() => void)[] = [
    () => judgeMessage({ text: '', blocks: [section] }),
    () => judgeMessage({ text: 'x'.repeat(4_001), blocks: [section] }),
    () => judgeMessage({ text: 'x', blocks: Array.from({ length: 51 }, () => section) }),
    () =>
      judgeMessage({
        text: 'x',
        blocks: Array.from({ length: 6 }, () => ({ ...section, text: plain('x'.repeat(2_900)) })),
      }),
    () => judgeMessage({ text: '\uD800', blocks: [section] }),
    () => judgeMessage({ text: 'x', blocks: [{ ...section, text: plain('\uD800') }] }),
    () => judgeView({ type: 'modal', title: plain('x'.repeat(25)), blocks: [section] }),
    () => judgeSuggestions({ options: [{ text: plain('x'.repeat(76)), value: '1' }] }),
  ];
  for (const judge of tooMuch) assert.throws(judge, Found);
  judgeMessage({ text: 'x', blocks: [{ ...section, text: plain('\\ud800 as words') }] });
});

test('an error that is not ours is found, and one of ours is an answer', () => {
  assert.throws(() => readingOf(() => Reflect.get(JSON.parse('null'), 'x')), Found);
  const busy = new CallSummaryError('busy', {});
  const reading = readingOf(() => {
    throw busy;
  });
  assert.deepEqual(reading, { error: busy });
});

test('work that takes too long is found, and work that was only held up once is not', async () => {
  let busyMs = 60;
  const work = () => {
    const end = process.threadCpuUsage().user + busyMs * 1_000;
    while (process.threadCpuUsage().user < end);
  };
  await assert.rejects(timed(1_000, work), Found);
  const { msPer64kB } = await timed(1_000, () => {
    work();
    busyMs = 0;
  });
  assert.ok(msPer64kB <= 25, `${msPer64kB}`);
  busyMs = 60;
  assert.ok((await timed(10 * 64 * 1024, work)).msPer64kB < 25, 'a large input may take its time');
});
