import type { AccessRules, Day, Lead, Tie } from './access-rules.ts';
import type { AccessQuestion, AllowRule, ChannelDenyRule, Decision, DenyRule, PersonDenyRule } from './decision.ts';
import type { Person } from './people-directory.ts';

/**
 * The policy: may this person read this extension's calls, and post what they read there? Depends on the question alone.
 * First who the person is, then whether a rule gives them the extension, then the place. What no rule allows is denied.
 */
export function decide(question: AccessQuestion): Decision {
  const { person, target, rules } = question;
  if (person === 'unknown') return denied('not_verified');
  const unfit = unfitnessOf(person);
  if (unfit !== null) return denied(unfit);
  const right = rightOf(person, question);
  const obstacle = right.allowed ? obstacleIn(target, rules) : null;
  return obstacle === null ? right : denied(obstacle);
}

/** Why no rule applies to a person, whatever the access file says; null for active full members of the workspace. */
export function unfitnessOf({ isMember, isBot, isDeactivated, isGuest }: Person): PersonDenyRule | null {
  if (!isMember) return 'other_workspace';
  if (isBot) return 'bot';
  if (isDeactivated) return 'deactivated';
  return isGuest ? 'guest' : null;
}

/**
 * An e-mail address as it is compared; null for what matches nothing. ASCII only: beyond it, letters that look alike or
 * fold into each other (the Kelvin sign becomes a k) would make one person another.
 */
export function comparableEmail(address: string): string | null {
  const trimmed = address.trim();
  return /^[!-~]+@[!-~]+$/.test(trimmed) ? trimmed.toLowerCase() : null;
}

/** Whether a lead's extensions include a number. Texts of equal length compare as the numbers they spell. */
export const leadsNumber = ({ extensions }: Lead, number: string): boolean =>
  extensions.some(({ first, last }) => number.length === first.length && first <= number && number <= last);

/** The narrowest rule that allows is the one named. Of several reasons to deny it is the last, which soonest passes. */
function rightOf(person: Person, question: AccessQuestion): Decision {
  const verdicts = [byTie, byEmail, byLead, byAdmin].map((rule) => rule(person, question));
  const yes = verdicts.find(({ allowed }) => allowed);
  return yes ?? verdicts.findLast(({ rule }) => rule !== 'no_rule') ?? denied('no_rule');
}

function byTie({ id }: Person, question: AccessQuestion): Decision {
  const own = tiesOf(question).filter(({ personId }) => personId === id);
  if (own.length === 0) return denied('no_rule');
  const answers = own.map((tie) => includesDay(tie, question.callDay));
  if (answers.includes(true)) return allowed('tie');
  if (!answers.includes('unknown')) return denied('outside_dates');
  return isProvisional(question) ? allowed('tie') : denied('call_day_unknown');
}

/** A tie of one's own says more than an e-mail address, so that a new holder's dates keep the old calls closed. */
function byEmail({ id, email }: Person, question: AccessQuestion): Decision {
  const { extension, rules } = question;
  const hasOwnTie = tiesOf(question).some(({ personId }) => personId === id);
  if (!rules.matchesEmail || hasOwnTie || email === null) return denied('no_rule');
  const address = comparableEmail(email.address);
  if (address === null) return denied('no_rule');
  if (!extension.isEmailKnown) return denied('not_verified');
  if (extension.email === null || address !== comparableEmail(extension.email)) return denied('no_rule');
  if (!email.isConfirmed) return denied('email_unconfirmed');
  return email.isUnique && extension.isEmailUnique ? unlessHeldByAnother(question) : denied('email_clash');
}

/** The days that dated ties give to other people are theirs: the phone system knows today's address, not yesterday's. */
function unlessHeldByAnother(question: AccessQuestion): Decision {
  const dated = tiesOf(question).filter(({ from, until }) => from !== null || until !== null);
  const answers = dated.map((tie) => includesDay(tie, question.callDay));
  if (answers.includes(true)) return denied('held_by_another');
  const mayBeHeld = answers.includes('unknown') && !isProvisional(question);
  return mayBeHeld ? denied('call_day_unknown') : allowed('own_extension');
}

function byLead(_: Person, { rules, membership, extension }: AccessQuestion): Decision {
  const leading = rules.leads.filter((lead) => leadsNumber(lead, extension.number));
  if (leading.some(({ groupId }) => membership.groups.has(groupId))) return allowed('lead');
  return denied(membership.isComplete ? 'no_rule' : 'not_verified');
}

const byAdmin = ({ id }: Person, { rules }: AccessQuestion): Decision =>
  rules.admins.has(id) ? allowed('admin') : denied('no_rule');

const tiesOf = ({ rules, extension }: AccessQuestion) =>
  rules.ties.filter(({ extensionNumber }) => extensionNumber === extension.number);

/** Before the PBX is asked about the call, what depends on its day may pass: it is decided again with the answer. */
const isProvisional = ({ phase }: AccessQuestion) => phase === 'before_lookup';

/** Whether a tie includes the calls of a day. */
function includesDay({ from, until }: Tie, day: Day | null): boolean | 'unknown' {
  if (from === null && until === null) return true;
  if (day === null) return 'unknown';
  return (from === null || from <= day) && (until === null || day <= until);
}

/** Why something the person may read may not be posted there; null where it may, as in a private answer. */
export function obstacleIn(target: AccessQuestion['target'], rules: AccessRules): ChannelDenyRule | null {
  if (target.kind === 'private_answer') return null;
  if (rules.closedChannels.has(target.channelId)) return 'closed_channel';
  if (target.sharing === 'own_workspace' || target.sharing === 'own_organisation') return null;
  if (target.sharing === 'unknown') return 'channel_not_verified';
  if (!rules.allowsExternal) return 'external_channel';
  return target.isOutsideConfirmed ? null : 'outsiders_unconfirmed';
}

const allowed = (rule: AllowRule): Decision => ({ allowed: true, rule });
const denied = (rule: DenyRule): Decision => ({ allowed: false, rule });
