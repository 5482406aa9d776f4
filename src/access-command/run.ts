import type { Environment, ReadTextFile } from '../config/files.ts';
import { machineClock } from '../services/clock.ts';
import { createGroupMembers } from '../slack/people/group-members.ts';
import type { DirectoryObstacle } from '../slack/people/obstacles.ts';
import { createSlackPeople } from '../slack/people/people-directory.ts';
import type { SlackDirectoryClient } from '../slack/people/slack-directory-client.ts';
import type { SlackAccess } from '../slack/web-client.ts';
import type { AddressBook } from './address-book.ts';
import { assumedPeople } from './assumed-people.ts';
import { can, type Explained } from './can.ts';
import { type Question, readQuestion, usage } from './question.ts';
import { type CommandSettings, readSettings } from './settings.ts';
import { who } from './who.ts';

/** As sysexits.h names them; 0 is yes, 1 is no, and 75 that it cannot be told just now. */
const exitCodes = { yes: 0, no: 1, unknown: 75, usage: 64, configuration: 78 } as const;

/** What the command is given from outside. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly env: Environment;
  readonly readTextFile: ReadTextFile;
  readonly connect: (slack: SlackAccess) => SlackDirectoryClient;
  /** The PBX's e-mail addresses; null where the settings lead to no PBX. */
  readonly openAddressBook: (env: Environment, readTextFile: ReadTextFile) => AddressBook | null;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Answers one question about access on the terminal. Gives the exit code; changes and records nothing. */
export async function runAccessCommand(surroundings: Surroundings): Promise<number> {
  const { words, env, readTextFile, connect, say, complain } = surroundings;
  const question = readQuestion(words);
  if (question === null) return told(complain, [usage], exitCodes.usage);
  const settings = readSettings(env, readTextFile);
  if ('problems' in settings) return told(complain, settings.problems, exitCodes.configuration);
  const obstacles: DirectoryObstacle[] = [];
  const client = settings.slack === null ? null : connect(settings.slack);
  const onObstacle = (obstacle: DirectoryObstacle) => void obstacles.push(obstacle);
  await using book =
    question.kind === 'can' && client !== null ? surroundings.openAddressBook(env, readTextFile) : null;
  const { lines, answer: found } = await answer(question, settings, { client, book, onObstacle });
  return told(say, [...lines, ...notes(settings, obstacles)], exitCodes[found]);
}

function told(say: (line: string) => void, lines: readonly string[], exitCode: number): number {
  for (const line of lines) say(line);
  return exitCode;
}

/** Who can be asked; null where the settings do not lead there. */
interface Witnesses {
  readonly client: SlackDirectoryClient | null;
  readonly book: AddressBook | null;
  readonly onObstacle: (obstacle: DirectoryObstacle) => void;
}

async function answer(
  question: Question,
  { rules }: CommandSettings,
  { client, book, onObstacle }: Witnesses,
): Promise<Explained> {
  if (question.kind === 'can') {
    const people = client === null ? assumedPeople : createSlackPeople(client, machineClock, onObstacle);
    return await can(question, rules, people, book?.numbersWithEmail ?? null);
  }
  const membersOf = client === null ? null : createGroupMembers(client, machineClock, onObstacle);
  return { lines: await who(question.extensionNumber, rules.current(), membersOf), answer: 'yes' };
}

const slackNotAsked =
  'SLACK_BOT_TOKEN is not set, so Slack was not asked: whether they are an active full member, who is in which user group, and e-mail addresses are not checked.';

/** What the answer rests on, and what it does not. */
function notes({ accessFile, slack }: CommandSettings, obstacles: readonly DirectoryObstacle[]): readonly string[] {
  const lines = [
    accessFile === null ? 'CALLSUMMARY_ACCESS_FILE is not set: only the built-in rules count.' : `Rules: ${accessFile}`,
    ...(slack === null ? [slackNotAsked] : []),
    ...obstacles.map(obstacleLine),
  ];
  return ['', ...lines];
}

const obstacleLine = ({ method, slackError, groupId }: DirectoryObstacle) =>
  groupId === null
    ? `Slack refused ${method}: ${slackError}.`
    : `Slack shows no user group ${groupId}: it does not exist, or is disabled.`;
