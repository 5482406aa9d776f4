import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

test('an agent types the command and reads the summary; a colleague in the same channel sees nothing of it', async () => {
  await using agent = await demo.visit('agent');
  await using colleague = await demo.visit('colleague');
  const summary = await chat(agent.page).types(documentedCall);
  await summary.getByText('Check server logs for login failure records.').waitFor();
  assert.match(await summary.innerText(), /^Only visible to you/);
  assert.equal(await summary.getByRole('button', { name: /More actions/ }).count(), 0, 'it has no menu');
  await chat(agent.page).types('Got it.');
  await chat(colleague.page).log.getByText('Got it.').waitFor();
  assert.equal(await colleague.page.getByText('Check server logs').count(), 0);
});

test('a slash shows the command with its usage; Tab completes it, and Up brings back what was sent', async () => {
  await using agent = await demo.visit('agent');
  const { box, log } = chat(agent.page);
  await box.pressSequentially('/ca');
  await agent.page.getByText('[<cdr_id> <extension number> | <extension number> | me | help]').waitFor();
  await agent.page.getByText('Show the AI summary of a call, to you alone').waitFor();
  await box.press('Tab');
  assert.equal(await box.inputValue(), '/callsummary ');
  await box.pressSequentially('help');
  await box.press('Enter');
  await log.getByText('Type one of these').waitFor();
  await box.press('ArrowUp');
  assert.equal(await box.inputValue(), '/callsummary help');
});

test('a sample call of the phone system goes into the message box, and its summary comes up', async () => {
  await using admin = await demo.visit('admin');
  await admin.page.getByRole('button', { name: /A German call/ }).click();
  assert.match(await chat(admin.page).box.inputValue(), /^\/callsummary \S+ 2001$/);
  await admin.page.keyboard.press('Enter');
  await chat(admin.page).log.getByRole('button', { name: 'Share…' }).waitFor();
  await admin.page.getByRole('listitem').filter({ hasText: 'cdr/getaisummary' }).first().waitFor();
});

test('somebody who knows no id picks a recent call by searching in the menu', async () => {
  await using agent = await demo.visit('agent');
  const { types, entries, window } = chat(agent.page);
  const asked = await types('/callsummary');
  const menu = asked.getByRole('combobox', { name: 'Name, number or day' });
  await menu.click();
  await entries.first().waitFor();
  const all = await entries.count();
  await menu.fill('KRISTIN');
  await agent.page.waitForFunction((before) => {
    const found = Array.from(document.querySelectorAll('[role=listbox] [role=option]'));
    return found.length > 0 && found.length < before && found.every((entry) => entry.textContent.includes('Kristin'));
  }, all);
  await menu.press('Enter');
  await window.getByRole('heading', { name: /^Call summary ·/ }).waitFor();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await window.waitFor({ state: 'detached' });
});

test('a guest is refused, and reads who can help', async () => {
  await using guest = await demo.visit('guest');
  const refusal = await chat(guest.page).types(documentedCall);
  await refusal.getByText('Only full members of this workspace can read call summaries.').waitFor();
  assert.match(await refusal.innerText(), /Only visible to you[\s\S]*Ask Ada Winter/);
});

test('commands do not work in threads, and the page says so in Slack’s place', async () => {
  await using agent = await demo.visit('agent');
  await chat(agent.page).goesTo('inc-482-login-loop');
  await chat(agent.page).opensThread('Customers report a login loop');
  const box = chat(agent.page).thread.getByRole('textbox');
  await box.fill(documentedCall);
  await box.press('Enter');
  await agent.page.getByRole('alert').getByText('Slack has no commands in threads').waitFor();
  assert.equal(await box.inputValue(), documentedCall, 'what was typed is not lost');
});

test('with the page in seven tabs, the one in front still answers', async () => {
  await using agent = await demo.visit('agent');
  for (let tab = 1; tab < 7; tab += 1) {
    const behind = await agent.page.context().newPage();
    // Without a window to be in front of, all tabs count as seen: each is told that it is not.
    await behind.addInitScript(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => document.body.dataset.tab ?? 'visible' });
    });
    await behind.goto(agent.page.url());
    await chat(behind).log.waitFor();
    await behind.evaluate(() => {
      document.body.dataset.tab = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }
  const answer = await chat(agent.page).types('/callsummary help');
  await answer.getByText('Only visible to you').waitFor();
});
