import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const demo = await openDemo();
after(() => demo[Symbol.asyncDispose]());

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Runs axe-core (labels, contrast, roles, order of headings, …) over what is on screen. */
async function isAccessible(page: Page, where: string): Promise<void> {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
  assert.deepEqual(found, [], where);
}

/** Nothing is wider than the screen. */
async function fits(page: Page, where: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, where);
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const looks: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['a desktop', { viewport: { width: 1280, height: 800 } }],
  ['a desktop in the dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['a phone', phone],
  ['a phone in the dark', { ...phone, colorScheme: 'dark' }],
];

for (const [name, options] of looks)
  test(`on ${name} everything is within reach, has a name, and can be told from its ground`, async () => {
    await using lead = await demo.visit('lead', { ...options, bypassCSP: true });
    const { page } = lead;
    const isPhone = options.isMobile === true;
    const showsChannels = async () => isPhone && (await page.getByRole('button', { name: 'Channels' }).click());
    const check = async (where: string) => {
      await fits(page, where);
      await isAccessible(page, where);
    };
    const { types, goesTo, opensThread, picks, window, entries } = chat(page);
    const summary = await types('/callsummary 20260513223234-3EE9E 3202');
    await summary.getByRole('button', { name: 'Share…' }).waitFor();
    await check('a summary');
    await chat(page).box.fill('/');
    await check('a command being typed');
    await summary.getByRole('button', { name: 'Share…' }).click();
    await window.getByText('This is what they will read').waitFor();
    await check('the window');
    await window.getByRole('combobox', { name: 'Where' }).click();
    await entries.first().waitFor();
    await check('a menu in the window');
    await page.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Cancel' }).click();
    await window.waitFor({ state: 'detached' });
    await showsChannels();
    await check('the channels');
    await goesTo('inc-482-login-loop');
    await opensThread('Customers report a login loop');
    await check('the thread');
    await picks('View call summary', 'Customers report a login loop');
    await window.getByRole('combobox', { name: 'Recent call' }).waitFor();
    await check('the form');
    await window.getByRole('button', { name: 'Cancel' }).click();
    if (isPhone) await page.getByRole('button', { name: 'Phone system' }).click();
    await page.getByRole('switch', { name: 'It is slow' }).waitFor();
    await check('the phone system');
  });
