import { me } from './actors.ts';
import { type ByPhase, inLeads, lead, partlyKnown, type Right, right, tie, untold } from './right.ts';

const denied = (rule: 'not_verified' | 'no_rule') => ({ good: rule, unconfirmed: rule, shared: rule });
/** An address that is none matches nothing, whatever the phone system would say. */
const notVerified = { ...denied('not_verified'), odd: 'no_rule', none: 'no_rule' } as const;

const mute = (name: string, expected: Right['expected'], given: Partial<Right> = {}) =>
  right(`nobody says whose address is whose${name}`, expected, { extension: untold, ...given });
const stays = (name: string, rule: ByPhase, given: Partial<Right>) => mute(`, and ${name}`, rule, given);

/** What is left while the phone system does not tell the extensions’ addresses: everything but the right by address. */
export const rightsUntold: readonly Right[] = [
  mute('', notVerified),
  mute(', the day unknown', notVerified, { callDay: null }),
  mute(', somebody else is tied', notVerified, { rules: { ties: [tie('U0OTHER', { from: '2020-01-01' })] } }),
  stays('addresses are not matched', 'no_rule', { rules: { matchesEmail: false } }),
  stays('they have a tie', 'tie', { rules: { ties: [tie(me)] } }),
  stays('their tie is over', 'outside_dates', { rules: { ties: [tie(me, { until: '2020-01-01' })] } }),
  stays('they lead it', 'lead', { membership: inLeads, rules: { leads: [lead('3202', '3202')] } }),
  stays('they administrate', 'admin', { rules: { admins: new Set([me]) } }),
  stays('their groups are not known either', 'not_verified', { membership: partlyKnown }),
];
