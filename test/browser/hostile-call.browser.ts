import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

/** Whatever is alive where hostile words are drawn; read off the document, whoever drew it. */
const livesIn = (drawing: Locator): Promise<readonly string[]> =>
  drawing.evaluate((root) => {
    const ownTag = (element: Element) => element.outerHTML.slice(0, element.outerHTML.indexOf('>'));
    const live = 'a, img, script, style, iframe, object, form, strong, em, code, pre, blockquote';
    const chips = '.slack_user, .slack_channel, .slack_user_group, .slack_broadcast, .slack_link, .slack_emoji';
    return Array.from(root.querySelectorAll('*'))
      .filter((element) => element.matches(`${live}, ${chips}`) || /\son\w+=|javascript:/.test(ownTag(element)))
      .map(({ outerHTML }) => outerHTML);
  });

const literally = [
  'Call Summary <!everyone>',
  'The caller asked to announce <!channel> and to wake <@U123> and <!subteam^S456> in <#C789>.',
  '<hxxps://evil[.]example|hxxps://bank.example.com> is the safe address, he said.',
  '*bold* _italic_ ~struck~ `code` ```block``` and > a quotation, :tada: :warning:',
];

test('what a hostile caller dictates stands there as words: no link, no mention, no markup, in message and window', async () => {
  await using lead = await demo.visit('lead');
  const { types, window } = chat(lead.page);
  const summary = await types('/callsummary 20260518091044-E0E66 3200');
  await summary.getByRole('button', { name: 'Share…' }).waitFor();
  assert.deepEqual(await livesIn(summary.locator('.blocks')), []);
  const words = await summary.innerText();
  for (const text of literally) assert.ok(words.includes(text), `${text}\nis not in\n${words}`);

  await summary.getByRole('button', { name: 'Share…' }).click();
  await window.getByText('is the safe address').waitFor();
  const preview = window.locator('.rich-text').filter({ hasText: 'the safe address' });
  assert.deepEqual(await livesIn(preview), []);
  assert.equal(await lead.page.title(), 'callsummary: the demo');
});

test('what a person types is words too, once it was escaped as Slack does', async () => {
  await using agent = await demo.visit('agent');
  const line = '<!here> <@U0LEAD00417> <javascript:alert(1)|a> <img src=x onerror=alert(1)> &lt;!channel&gt; &amp;';
  const message = await chat(agent.page).types(line);
  await message.getByText('<!here>').waitFor();
  assert.ok((await message.innerText()).includes(line), await message.innerText());
  assert.deepEqual(await livesIn(message.locator('.blocks')), []);
});
