import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

test('a stranger opens the page, reads a summary, and posts it into the incident thread, where the lead reads it', async (t) => {
  const startedAt = performance.now();
  const since = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  await using agent = await demo.visit('agent');
  const { types, goesTo, opensThread, picks, window, thread } = chat(agent.page);
  const loaded = since();
  const summary = await types(documentedCall);
  await summary.getByText('Provide Kristin Hale with an estimated resolution time.').waitFor();
  const read = since();

  await goesTo('inc-482-login-loop');
  await opensThread('Customers report a login loop');
  await picks('Post call summary', 'Customers report a login loop');
  assert.equal(await window.getByLabel('Or its call leg id').inputValue(), '20260513223234-3EE9E');
  await window.getByRole('button', { name: 'Preview' }).click();
  await window.getByText('This is what they will read').waitFor();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByText('Shared in the thread').waitFor();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await thread.getByText('Shared by').waitFor();
  t.diagnostic(`page loaded after ${loaded}, summary on screen after ${read}, posted in the thread after ${since()}`);

  await chat(agent.page).becomes('lead');
  await thread.getByText('Shared by').waitFor();
  await thread.getByText('Provide Kristin Hale').waitFor();
  assert.equal(await thread.getByText('Only visible to you').count(), 0);
});

test('Share… finds the channel by its name, and shows what would be read there', async () => {
  await using agent = await demo.visit('agent');
  await using admin = await demo.visit('admin');
  const { types, window, entries } = chat(agent.page);
  const summary = await types('/callsummary 20260518161530-B3D47 3202');
  await summary.getByRole('button', { name: 'Share…' }).click();
  await window.getByText('202 555 0143').waitFor();
  await window.getByRole('combobox', { name: 'Where' }).fill('escal');
  await entries.filter({ hasText: 'escalations' }).click();
  await window.getByText('[phone number]').waitFor();
  assert.ok(await window.getByRole('checkbox', { name: /^Mask/ }).isChecked(), 'as the access file says');
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByText('Shared in').waitFor();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await admin.page.getByRole('button', { name: /escalations.*new/ }).click();
  await chat(admin.page).log.getByText('[phone number]').waitFor();
});

test('an id typed over the one that was found is previewed and shared from the same window', async () => {
  await using agent = await demo.visit('agent');
  const { goesTo, opensThread, picks, window, thread } = chat(agent.page);
  await goesTo('inc-482-login-loop');
  await opensThread('Customers report a login loop');
  await picks('Post call summary', 'Customers report a login loop');
  await window.getByLabel('Or its call leg id').fill('20260518161530-B3D47');
  await window.getByRole('button', { name: 'Preview' }).click();
  await window.getByText('This is what they will read').waitFor();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByText('Shared in the thread').waitFor();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await thread.getByText('202 555 0143').waitFor();
});

test('another organisation reads along once that is allowed; its people click Retract, and are refused', async () => {
  await using agent = await demo.visit('agent');
  await using outsider = await demo.visit('outsider');
  const { flips, goesTo, types, window } = chat(agent.page);
  await flips('It lets summaries go outside');
  await goesTo('ext-northwind');
  await agent.page.getByText('shared with another organisation', { exact: false }).first().waitFor();
  const summary = await types(documentedCall);
  await summary.getByRole('button', { name: 'Share…' }).click();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByText('Nothing is shared yet').waitFor();
  await window.getByRole('checkbox', { name: 'They may read this call summary' }).click();
  await window.getByRole('button', { name: 'Try again' }).click();
  await window.getByText('Shared in').waitFor();

  const theirs = chat(outsider.page);
  await theirs.log.getByText('Shared by').waitFor();
  assert.equal(await theirs.box.count(), 0, 'they have no message box');
  await theirs.log.getByRole('button', { name: 'Retract' }).click();
  await theirs.window.getByRole('button', { name: 'Retract' }).click();
  const refusal = theirs.log.getByRole('article').filter({ hasText: 'Only the person who shared' });
  await refusal.getByText('Only visible to you').waitFor();
  await theirs.log.getByText('Shared by').waitFor();
});
