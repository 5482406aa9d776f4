import { allCalls } from '../../simulators/pbx/sample-calls/index.ts';
import { section } from '../../simulators/pbx/sample-calls/sample-call.ts';

/** A summary, and the entries of its lists as people should read them. */
export interface Input {
  readonly name: string;
  readonly html: string;
  readonly entries: readonly string[];
}

const kilobyte = 1_024;
const titles = ['Call Summary', 'Key Points', 'Follow-Up Actions'];

const sentences = [
  'The caller cannot sign in since this morning & sees an error page.',
  'About sixty percent of the users in the Lyon office are affected.',
  'The page loads again after the password was entered, without an error code.',
  'The agent looked at the sign-in records and found nothing unusual.',
  'The matter was passed on to the engineering team with high priority.',
  'The caller asks for an estimate by four o’clock.',
];

/** The vendor's own example: nine entries in three sections. */
export const documentedExample = inputOf('documented example', htmlOfCall('20260513223234-3EE9E'));

/** Twenty entries in three sections. */
export const twentyBullets = inputOf('20 bullets', summaryOf(20));

/** A summary of nearly so many kilobytes, in the form of the vendor's example. */
export function longSummary(kilobytes: number): Input {
  const wanted = Math.round(kilobytes * kilobyte);
  const many = Math.max(3, Math.floor((wanted - summaryOf(3).length) / averageEntry) + 3);
  return inputOf(`${kilobytes} kB`, summaryOf(many));
}

/** Lists in lists in a list, with a mark for each level. */
export const nestedLists = '<p>Key Points</p><ul><li>outer<ul><li>middle<ul><li>inner</li></ul></li></ul></li></ul>';

/** What a caller may dictate: mentions as the PBX would write them down, a script, and links. */
export const hostile = {
  mentions: [
    '<p>Tell &lt;!channel&gt; now</p>',
    '<p>Tell &lt;!here&gt; now</p>',
    '<p>Tell &lt;@U012AB3CD&gt; now</p>',
    '<p>Tell &lt;!subteam^S012AB3CD&gt; now</p>',
    '<p>Tell <!channel> now</p>',
    '<p>Tell &amp;lt;!channel&amp;gt; now</p>',
    '<p>Tell <code>&lt;!channel&gt;</code> now</p>',
  ],
  script: '<script>dictated()</script><p>After the script.</p>',
  javascriptLink: '<p>Open <a href="javascript:dictated()">this</a> now.</p>',
  falseLink: '<p>Open <a href="https://evil.example/a">your bank</a> now.</p>',
} as const;

function summaryOf(entries: number): string {
  const perTitle = titles.map((_title, index) => Math.floor((entries + index) / titles.length));
  let written = 0;
  return titles
    .map((title, index) => {
      const own = Array.from({ length: perTitle[index] ?? 0 }, () => entryHtml(written++));
      return section(title, own);
    })
    .join('');
}

function entryHtml(index: number): string {
  return `Point ${index + 1}: ${sentences[index % sentences.length]?.replace('&', '&amp;')}`;
}

function inputOf(name: string, html: string): Input {
  const entries = Array.from(html.matchAll(/<li>(.*?)<\/li>/g), ([, words = '']) => words.replaceAll('&amp;', '&'));
  return { name, html, entries };
}

const averageEntry = (summaryOf(600).length - summaryOf(0).length) / 600;

function htmlOfCall(cdrId: string): string {
  const call = allCalls.find((sample) => sample.cdrId === cdrId);
  const html = call !== undefined && 'parties' in call ? call.parties[0]?.summary : undefined;
  if (typeof html !== 'string') throw new Error(`no sample call ${cdrId}`);
  return html;
}
