import type { Environment, ReadTextFile } from '../config/files.ts';
import { machineClock } from '../services/clock.ts';
import { createGroupMembers } from '../slack/people/group-members.ts';
import type { DirectoryObstacle } from '../slack/people/obstacles.ts';
import { createSlackPeople } from '../slack/people/people-directory.ts';
import type { SlackDirectoryClient } from '../slack/people/slack-directory-client.ts';
import type { SlackAccess } from '../slack/web-client.ts';
import { assumedPeople } from './assumed-people.ts';
import { can, type Explained } from './can.ts';
import { type Question, readQuestion, usage } from './question.ts';
import { type CommandSettings, readSettings } from './settings.ts';
import { who } from './who.ts';

/** As sysexits.h names them; 0 is yes and 1 is no. */
const exitCodes = { yes: 0, no: 1, usage: 64, configuration: 78 } as const;

/** What the command is given from outside. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly env: Environment;
  readonly readTextFile: ReadTextFile;
  readonly connect: (slack: SlackAccess) => SlackDirectoryClient;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Answers one question about access on the terminal. Gives the exit code; changes and records nothing. */
export async function runAccessCommand({
  words,
  env,
  readTextFile,
  connect,
  say,
  complain,
}: Surroundings): Promise<number> {
  const question = readQuestion(words);
  if (question === null) return told(complain, [usage], exitCodes.usage);
  const settings = readSettings(env, readTextFile);
  if ('problems' in settings) return told(complain, settings.problems, exitCodes.configuration);
  const obstacles: DirectoryObstacle[] = [];
  const client = settings.slack === null ? null : connect(settings.slack);
  const { lines, allowed } = await answer(question, settings, client, (obstacle) => obstacles.push(obstacle));
  return told(say, [...lines, ...notes(settings, obstacles)], allowed ? exitCodes.yes : exitCodes.no);
}

function told(say: (line: string) => void, lines: readonly string[], exitCode: number): number {
  for (const line of lines) say(line);
  return exitCode;
}

async function answer(
  question: Question,
  { rules }: CommandSettings,
  client: SlackDirectoryClient | null,
  onObstacle: (obstacle: DirectoryObstacle) => void,
): Promise<Explained> {
  if (question.kind === 'can') {
    const people = client === null ? assumedPeople : createSlackPeople(client, machineClock, onObstacle);
    return await can(question, rules, people);
  }
  const membersOf = client === null ? null : createGroupMembers(client, machineClock, onObstacle);
  return { lines: await who(question.extensionNumber, rules.current(), membersOf), allowed: true };
}

const slackNotAsked =
  'SLACK_BOT_TOKEN is not set, so Slack was not asked: whether they are an active full member, who is in which user group, and e-mail addresses are not checked.';

/** What the answer rests on, and what it does not. */
function notes({ accessFile, slack }: CommandSettings, obstacles: readonly DirectoryObstacle[]): readonly string[] {
  const lines = [
    accessFile === null ? 'CALLSUMMARY_ACCESS_FILE is not set: only the built-in rules count.' : `Rules: ${accessFile}`,
    ...(slack === null ? [slackNotAsked] : []),
    ...obstacles.map(({ method, slackError }) => `Slack refused ${method}: ${slackError}.`),
  ];
  return ['', ...lines];
}
