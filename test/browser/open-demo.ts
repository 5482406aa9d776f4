import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { servePage } from '../../demo/browser/serve.ts';
import { setStage } from '../../demo/stage.ts';
import { findBrowser } from './find-browser.ts';
import { faultsOf } from './page-faults.ts';

/** The demo with its page, and a browser to look at it with. */
export interface OpenDemo extends AsyncDisposable {
  /** Opens the page as somebody. What it must not do fails the test once the page is left. */
  visit(role: string, options?: BrowserContextOptions): Promise<Visit>;
}

/** A page somebody has open; closes at the end of its block. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
}

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds that anything on the page may take to come; the phone system may be told to be slow. */
const patience = 20_000;

export async function openDemo(): Promise<OpenDemo> {
  await using parts = new AsyncDisposableStack();
  const stage = parts.use(await setStage());
  const { address } = parts.use(await servePage(stage));
  const browser = parts.use(await chromium.launch({ executablePath: findBrowser(), args: launchArguments }));
  const all = parts.move();
  return {
    visit: (role, options = {}) => visit(browser, `${address}#${role}`, options),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function visit(browser: Browser, address: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults = faultsOf(page, new URL(address).origin);
  await page.goto(address);
  await page.getByRole('log').waitFor();
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      if (faults.length > 0) throw new Error(`The page did what it must not:\n${faults.join('\n')}`);
    },
  };
}
