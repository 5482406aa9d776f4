import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chat } from './chat.ts';
import { openDemo } from './open-demo.ts';

const folder = 'docs/pictures';
/** `npm run pictures` keeps them; without it they are only taken, so that a run leaves everything as it was. */
const isKept = process.env.PICTURES === 'keep';
const mostBytes = 150_000;

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Takes a picture, and keeps it if that is wanted. Clocks stand still in it. */
async function takesPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const { firstChild } of document.querySelectorAll('.author time'))
      if (firstChild) firstChild.nodeValue = '14:42';
    for (const { firstChild } of document.querySelectorAll('.requests time'))
      if (firstChild) firstChild.nodeValue = '14:42:08';
    for (const { firstChild } of document.querySelectorAll('.day time'))
      if (firstChild) firstChild.nodeValue = 'Wednesday 13 May';
  });
  const picture = await asWebp(page, await page.screenshot({ animations: 'disabled' }));
  assert.ok(picture.byteLength < mostBytes, `${name} has ${picture.byteLength} bytes`);
  if (!isKept) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.webp`, picture);
}

/** The same picture in half the bytes, without loss; the browser knows how. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const encoded = await page.evaluate(
    async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 1);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}

async function postsIntoThread(page: Page): Promise<void> {
  const { goesTo, types, opensThread, picks, window, thread } = chat(page);
  await goesTo('inc-482-login-loop');
  const summary = await types('/callsummary 20260513223234-3EE9E 3202');
  await summary.getByRole('button', { name: 'Share…' }).waitFor();
  await opensThread('Customers report a login loop');
  await picks('Post call summary', 'Customers report a login loop');
  await window.getByRole('button', { name: 'Preview' }).click();
  await window.getByRole('button', { name: 'Share', exact: true }).click();
  await window.getByText('Shared in').waitFor();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await thread.getByText('Shared by').waitFor();
  await page.mouse.move(0, 0);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`a picture of the page, ${colorScheme}`, async () => {
    await using demo = await openDemo();
    await using agent = await demo.visit('agent', { ...wide, colorScheme });
    await postsIntoThread(agent.page);
    await takesPicture(agent.page, `demo-${colorScheme}`);
  });

test('a picture of the page on a phone', async () => {
  await using demo = await openDemo();
  await using agent = await demo.visit('agent', narrow);
  await chat(agent.page).types('/callsummary 20260513223234-3EE9E 3202');
  await chat(agent.page).log.getByRole('button', { name: 'Share…' }).waitFor();
  await takesPicture(agent.page, 'demo-phone');
});
