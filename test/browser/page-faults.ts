import type { Page } from 'playwright-core';

/** Gathers what a page must never do: throw, complain in its console, or ask anybody but its own origin for anything. */
export function faultsOf(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`threw: ${message}`));
  page.on('console', (entry) => {
    if (['error', 'warning'].includes(entry.type())) faults.push(`complained: ${entry.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') faults.push(`asked: ${request.url()}`);
  });
  return faults;
}
