import type { AccessRules, Lead, NumberRange, Tie } from '../services/access/access-rules.ts';
import { leadsNumber } from '../services/access/policy.ts';
import type { GroupMembers } from '../slack/people/group-members.ts';
import { callsOf } from './rule-words.ts';

/** Says whom the rules give an extension. `membersOf` is null where Slack cannot be asked. */
export async function who(
  extensionNumber: string,
  rules: AccessRules,
  membersOf: GroupMembers | null,
): Promise<readonly string[]> {
  const ties = rules.ties.filter((tie) => tie.extensionNumber === extensionNumber);
  const leads = rules.leads.filter((lead) => leadsNumber(lead, extensionNumber));
  return [
    `Who may read the calls of extension ${extensionNumber}:`,
    ...section('Tied to it', ties.map(tieLine)),
    ...section('Leads', await Promise.all(leads.map((lead) => leadLine(lead, membersOf)))),
    ...section('Administrators, of every extension', [...rules.admins]),
    ...section('By e-mail address', emailLines(extensionNumber, rules, ties)),
    '',
    'Guests, bots, deactivated people and people of other workspaces are refused even if listed; "can" tells about one.',
  ];
}

const section = (title: string, lines: readonly string[]) => [
  '',
  title,
  ...(lines.length > 0 ? lines : ['nobody']).map((line) => `  ${line}`),
];

const tieLine = ({ personId, line, ...dates }: Tie) => `${personId}: ${callsOf(dates)} (line ${line})`;

async function leadLine({ groupId, extensions, line }: Lead, membersOf: GroupMembers | null): Promise<string> {
  const members = await membersOf?.(groupId, 'now').catch(() => null);
  return `everybody in ${groupId}, lead of ${extensions.map(rangeText).join(', ')} (line ${line}): ${listed(members)}`;
}

const rangeText = ({ first, last }: NumberRange) => (first === last ? first : `${first}-${last}`);

function listed(members: ReadonlySet<string> | null | undefined): string {
  if (members === null || members === undefined) return 'members not checked';
  return members.size === 0 ? 'nobody is in it, or Slack does not show who' : [...members].join(', ');
}

function emailLines(number: string, { matchesEmail }: AccessRules, ties: readonly Tie[]): readonly string[] {
  if (!matchesEmail) return ['nobody, because match_email is false'];
  const held = ties.filter(({ from, until }) => from !== null || until !== null);
  const lines = held.map(({ line, ...dates }) => `except ${callsOf(dates)}, which line ${line} gives away`);
  return [
    `whoever has the address that the phone system has for ${number}: confirmed, and nobody else's on either side`,
    ...lines,
    'not checked: the phone system was not asked for the address',
  ];
}
