import { isForTheApp } from './acts/type-command.ts';

/** What somebody has asked of the demo on the command line. */
export type Wish =
  /** The documented call, and then whatever they type; beside it the page on this port. */
  | { readonly kind: 'show'; readonly port: number }
  | { readonly kind: 'page'; readonly port: number }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'tour' }
  | { readonly kind: 'lines' };

/** Reads the words of the command line; null for what there is not. */
export function readWish(words: string): Wish | null {
  if (words === 'tour') return { kind: 'tour' };
  if (words === '-') return { kind: 'lines' };
  return isForTheApp(words) ? { kind: 'command', line: words } : readPageWish(words);
}

function readPageWish(words: string): Wish | null {
  const [whole, page, digits = '0'] = /^(page\b)?\s*(?:--port[ =](\d{1,5}))?$/.exec(words) ?? [];
  const port = Number(digits);
  if (whole === undefined || port > 65_535) return null;
  return { kind: page === undefined ? 'show' : 'page', port };
}
