import { cleanLine } from './clean-text.ts';
import { summaryLimits } from './limits.ts';

const address = /([a-z][a-z0-9+.-]{0,30}):\/\/([^\s/]*)|www\.([^\s/]+)/gi;

/**
 * Text in which no web address can be clicked, whatever the reader's program makes of bare addresses: `http://` and
 * `https://` become `hxxp://` and `hxxps://`, other schemes lose their colon, and the dots of the host stand in brackets.
 * Everything else stays untouched, names such as "Node.js" or "example.com" too: without a scheme they show where they go.
 */
export function defang(text: string): string {
  return text.replace(address, (_match, scheme?: string, host?: string, wwwHost?: string) =>
    scheme === undefined ? `www[.]${bracketDots(wwwHost)}` : `${harmless(scheme)}//${bracketDots(host)}`,
  );
}

function harmless(scheme: string): string {
  const [, first, last] = /^(h)tt(ps?)$/i.exec(scheme) ?? [];
  return first === undefined ? `${scheme}[:]` : `${first}xx${last}:`;
}

function bracketDots(host = ''): string {
  return host.replaceAll('.', '[.]');
}

/** What to show beside a link's words so that nobody is sent elsewhere than they read; null where the words say it. */
export function hiddenTarget(href: string, words: string): string | null {
  const target = cleanLine(href);
  const isWebAddress = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(target);
  if (!isWebAddress || bareAddress(words) === '' || bareAddress(words) === bareAddress(target)) return null;
  return target.length > summaryLimits.targetCharacters
    ? `${target.slice(0, summaryLimits.targetCharacters)}…`
    : target;
}

function bareAddress(text: string): string {
  return cleanLine(text)
    .toLowerCase()
    .replace(/^([a-z][a-z0-9+.-]*:)?\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
