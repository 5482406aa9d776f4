import type { Locator, Page } from 'playwright-core';

/** What somebody does in the page, in the words of who does it. */
export interface Chat {
  /** The messages of the open conversation, and those of the open thread. */
  readonly log: Locator;
  readonly thread: Locator;
  readonly window: Locator;
  readonly box: Locator;
  /** Sends a line. Gives the message that comes next in the conversation. */
  types(line: string): Promise<Locator>;
  /** The entries of the menu that is open. */
  readonly entries: Locator;
  goesTo(channel: string): Promise<void>;
  becomes(role: string): Promise<void>;
  opensThread(words: string): Promise<void>;
  /** Chooses an entry in the menu of the message in the thread that holds these words. */
  picks(shortcut: string, words: string): Promise<void>;
  flips(name: string): Promise<void>;
}

export function chat(page: Page): Chat {
  const conversation = page.getByRole('region', { name: 'Conversation' });
  const thread = page.getByRole('region', { name: 'Thread' });
  const log = conversation.getByRole('log');
  const box = conversation.getByRole('textbox');
  return {
    log,
    thread,
    box,
    entries: page.getByRole('listbox').getByRole('option'),
    window: page.getByRole('dialog'),
    async types(line) {
      const count = await log.getByRole('article').count();
      await box.fill(line);
      await box.press('Enter');
      return log.getByRole('article').nth(count);
    },
    goesTo: (channel) => page.getByRole('navigation', { name: 'Conversations' }).getByText(channel).click(),
    async becomes(role) {
      await page.getByLabel('You are').selectOption(role);
    },
    async opensThread(words) {
      const root = log.getByRole('article').filter({ hasText: words });
      await root.hover();
      await root.getByRole('button', { name: 'Reply in thread' }).click();
    },
    async picks(shortcut, words) {
      const message = thread.getByRole('article').filter({ hasText: words });
      await message.hover();
      await message.getByRole('button', { name: /^More actions/ }).click();
      await page.getByRole('menuitem', { name: shortcut }).click();
    },
    flips: (name) => page.getByRole('switch', { name }).click(),
  };
}
