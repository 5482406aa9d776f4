import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

/** What has the keyboard, in the words a screen reader would begin with. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const label = labelledBy.map((id) => document.getElementById(id)?.textContent).join(' ');
    return label || element?.getAttribute('aria-label') || element?.textContent || element?.tagName || '';
  });

/** Presses Tab until this has the keyboard. @throws where a round through the page does not come by it */
async function tabsTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 90) {
    await page.keyboard.press(key);
    const name_ = await focused(page);
    if (name.test(name_)) return;
    passed.push(name_);
  }
  throw new Error(`${name} is not among: ${passed.join(' | ')}`);
}

test('without a mouse: a command, the button under the summary, the window, and its menu', async () => {
  await using agent = await demo.visit('agent');
  const { page } = agent;
  await tabsTo(page, /^Message to support/);
  await page.keyboard.type('/ca');
  await page.keyboard.press('Tab');
  await page.keyboard.type('20260513223234-3EE9E 3202');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Share…' }).waitFor();
  await tabsTo(page, /^Share…/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const window = page.getByRole('dialog');
  await window.getByText('This is what they will read').waitFor();
  await tabsTo(page, /^Where/);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('listbox').getByRole('option', { name: 'escalations' }).waitFor();
  await page.keyboard.type('inc-482');
  await page.keyboard.press('Enter'); // too early: what is listed was found for nothing typed
  await page.getByRole('listbox').getByRole('option', { name: 'inc-482-login-loop' }).waitFor();
  await page.keyboard.press('Enter');
  await window.getByText('#inc-482-login-loop').waitFor();
  await tabsTo(page, /^Share$/);
  await page.keyboard.press('Enter');
  await window.getByText('Shared in').waitFor();
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
  assert.match(await focused(page), /^Share…/, 'the keyboard is back where it was');
});

test('without a mouse: the menu of a message, its window, and the question before something is taken back', async () => {
  await using agent = await demo.visit('agent');
  const { page } = agent;
  await tabsTo(page, /inc-482/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Retract' }).waitFor();
  await tabsTo(page, /^Retract/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.match(await focused(page), /^Retract/);
  await page.getByRole('button', { name: 'Retract' }).waitFor();
  await tabsTo(page, /^More actions on the message of callsummary/);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: /^Post call summary/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^View call summary/);
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^Post call summary/, 'it goes round');
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^More actions/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Call summary' }).waitFor();
});
