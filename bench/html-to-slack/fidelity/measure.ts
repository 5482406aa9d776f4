import type { Figure, Table } from '../../report/figure.ts';
import { documentedExample, hostile, longSummary, nestedLists, twentyBullets } from '../inputs.ts';
import type { Message } from '../message.ts';
import { type Convert, loadSubject, senders } from '../subjects.ts';
import { hasFalseLink, holds, mentionsSomebody } from './dangers.ts';
import { entriesKept, shownEntries } from './entries.ts';
import { limitBroken } from './slack-limits.ts';

const long = longSummary(64);
const levels = ['outer', 'middle', 'inner'];

/** A question about what a subject makes of an input, answered by looking at that. */
type Question = (messageOf: (html: string) => Promise<Message>) => Promise<string>;

const questions: Readonly<Record<string, Question>> = {
  [`points kept of ${documentedExample.entries.length}, ${documentedExample.name}`]: async (messageOf) =>
    String(entriesKept(await messageOf(documentedExample.html), documentedExample.entries)),
  'the same in `text`, for notifications and screen readers': async (messageOf) =>
    String(entriesKept({ ...(await messageOf(documentedExample.html)), blocks: [] }, documentedExample.entries)),
  [`points kept of ${twentyBullets.entries.length}`]: async (messageOf) =>
    String(entriesKept(await messageOf(twentyBullets.html), twentyBullets.entries)),
  [`levels kept of ${levels.length} nested lists`]: async (messageOf) =>
    String(
      new Set(
        shownEntries(await messageOf(nestedLists))
          .filter(isLevel)
          .map(({ indent }) => indent),
      ).size,
    ),
  '64 kB: within Slack’s limits': async (messageOf) => limitBroken(await messageOf(long.html)) ?? 'yes',
  '64 kB: what is left out': async (messageOf) => leftOut(await messageOf(long.html)),
  [`mentions come alive, of ${hostile.mentions.length} dictated`]: async (messageOf) =>
    String((await Promise.all(hostile.mentions.map(messageOf))).filter(mentionsSomebody).length),
  'link to elsewhere than its words': async (messageOf) =>
    hasFalseLink(await messageOf(hostile.falseLink)) ? 'live' : 'no',
  'target of a `javascript:` link': async (messageOf) =>
    holds(await messageOf(hostile.javascriptLink), 'javascript:') ? 'kept' : 'gone',
  'text of a script': async (messageOf) => (holds(await messageOf(hostile.script), 'dictated()') ? 'shown' : 'gone'),
};

/** Looks at what everybody makes of the same inputs. */
export async function measureFidelity(): Promise<Omit<Table, 'command'>> {
  const figures = await Promise.all(senders.map(async (who) => answers(who, await loadSubject(who))));
  const note =
    'Found in the very output, as Slack would read it: what is written for a message’s text is read as mrkdwn, which ' +
    'is what Slack takes it for.';
  return { title: 'What arrives, and what is dangerous', note, figures: figures.flat() };
}

function answers(who: string, convert: Convert): Promise<Figure[]> {
  const asked = Object.entries(questions).map(async ([what, question]) => {
    const value = await question(async (html) => convert(html));
    return { what, who, value, unit: '' };
  });
  return Promise.all(asked);
}

function leftOut(message: Message): string {
  const missing = long.entries.length - entriesKept(message, long.entries);
  if (missing === 0) return 'nothing';
  return holds(message, `${missing} more points`) ? `${missing} points, and says so` : `${missing} points, silently`;
}

const isLevel = ({ words }: { readonly words: string }) => levels.includes(words);
