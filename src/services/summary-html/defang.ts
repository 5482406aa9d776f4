import { cleanLine } from './clean-text.ts';
import { summaryLimits } from './limits.ts';

/**
 * Text in which no web address can be clicked, whatever the reader's program makes of bare addresses: `http://` and
 * `https://` become `hxxp://` and `hxxps://`, other schemes get their colon in brackets, and hosts their dots, as after
 * "www". Everything else stays as it is: what is harmless already, and names such as "Node.js" and "example.com".
 */
export function defang(text: string): string {
  return text
    .replace(/(h)tt(ps?:\/\/)/gi, '$1xx$2')
    .replace(/(?<=[a-z0-9+.-])(?<!hxxps?):\/\//gi, '[:]//')
    .replace(/(?::|\[:\])\/\/[^\s/]*|www\.[^\s/]*/gi, (address) => address.replaceAll(/(?<!\[)\.(?!\])/g, '[.]'));
}

/** What to show beside a link's words so that nobody is sent elsewhere than they read; null where the words say it. */
export function hiddenTarget(href: string, words: string): string | null {
  const target = cleanLine(href);
  const isWebAddress = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(target);
  const said = isWebAddress ? bareAddress(words) : '';
  if (said === '' || said === bareAddress(target)) return null;
  return target.length > summaryLimits.targetCharacters
    ? `${target.slice(0, summaryLimits.targetCharacters)}…`
    : target;
}

/** False where `defang` would change nothing, which is sooner seen than done. */
export function mayHoldAddress(text: string): boolean {
  return /\/\/|www\./i.test(text);
}

function bareAddress(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replace(/^([a-z][a-z0-9+.-]*:)?\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
