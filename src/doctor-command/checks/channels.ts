import type { Check } from '../check.ts';
import { field, textIn } from '../field.ts';
import type { SlackVisit } from '../slack/slack-visit.ts';
import { slackTrouble } from '../slack/trouble.ts';
import { ok, type Verdict, warning } from '../verdict.ts';

const mostPages = 5;
const mostNames = 10;

/** In which channels the bot is (docs.slack.dev/reference/methods/users.conversations). Private ones are only counted. */
export const channels: Check = {
  id: 'channels',
  what: 'Slack channels',
  needs: ['slack-token'],
  async look(patient) {
    const found = await listChannels(patient.installation().slack);
    return 'channels' in found ? wordsFor(found) : notListed(found.outcome);
  },
};

interface Listed {
  readonly channels: readonly unknown[];
  readonly isCut: boolean;
}

async function listChannels(slack: SlackVisit): Promise<Listed | { readonly outcome: string | null }> {
  const channels: unknown[] = [];
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { outcome, body } = await slack.ask('users.conversations', {
      types: 'public_channel,private_channel',
      exclude_archived: 'true',
      limit: '200',
      ...(cursor === '' ? {} : { cursor }),
    });
    if (outcome !== 'ok') return { outcome };
    const found = field(body, 'channels');
    channels.push(...(Array.isArray(found) ? found : []));
    cursor = textIn(field(body, 'response_metadata'), 'next_cursor');
    if (cursor === '') return { channels, isCut: false };
  }
  return { channels, isCut: true };
}

function notListed(outcome: string | null): Verdict {
  const { found, todo = '' } = slackTrouble(outcome, 'SLACK_BOT_TOKEN');
  return warning(`they cannot be listed: ${found}`, todo);
}

const invite = 'To share a summary in a channel, type there: /invite @callsummary';

function wordsFor({ channels: listed, isCut }: Listed): Verdict {
  if (listed.length === 0) return { ...ok('the bot is in none yet.'), todo: invite };
  const names = listed.filter((one) => field(one, 'is_private') !== true).map((one) => `#${textIn(one, 'name')}`);
  const hidden = listed.length - names.length;
  const parts = [...namesOf(names), ...(hidden === 0 ? [] : [`${hidden} private`])];
  return ok(`the bot is in ${isCut ? 'more than ' : ''}${listed.length}: ${parts.join(', ')}.`);
}

function namesOf(names: readonly string[]): readonly string[] {
  const shown = names.toSorted().slice(0, mostNames);
  return names.length > shown.length ? [...shown, `${names.length - shown.length} more public`] : shown;
}
