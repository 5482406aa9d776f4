import { me, myEmail } from './actors.ts';
import { bearing, emailOr, inLeads, lead, leading, mine, partlyKnown, type Right, right, tie } from './right.ts';

/** What user groups and administrators come to. */
export const rightsByGroup: readonly Right[] = [
  leading('leads the number', 'lead', lead('3202', '3202')),
  leading('leads a range around it', 'lead', lead('3200', '3299')),
  leading('leads a range that begins with it', 'lead', lead('3202', '3299')),
  leading('leads a range that ends with it', 'lead', lead('3200', '3202')),
  leading('leads a range that ends before it', 'no_rule', lead('3200', '3201')),
  leading('leads a range that begins after it', 'no_rule', lead('3203', '3299')),
  leading('leads a range of shorter numbers', 'no_rule', lead('100', '999')),
  leading('leads a range of longer numbers', 'no_rule', lead('32000', '32029')),
  leading('leads another number', 'no_rule', lead('3203', '3203')),
  leading('another group leads the number', 'no_rule', lead('3202', '3202', 'S0OTHER')),
  leading('another group and their own lead it', 'lead', lead('3202', '3202', 'S0OTHER'), lead('3200', '3299')),
  right('nobody they are with leads it', 'no_rule', { rules: { leads: [lead('3200', '3299')] } }),
  right('leads it, and the address is theirs', emailOr('lead'), {
    extension: mine,
    membership: inLeads,
    rules: { leads: [lead('3202', '3202')] },
  }),
  right('leads it, and their tie is over', 'lead', {
    membership: inLeads,
    rules: { leads: [lead('3202', '3202')], ties: [tie(me, { until: '2020-01-01' })] },
  }),

  right('their groups are not known', 'not_verified', { membership: partlyKnown }),
  right('their groups are partly known, and one leads it', 'lead', {
    membership: { groups: new Set(['S0LEADS']), isComplete: false },
    rules: { leads: [lead('3202', '3202')] },
  }),
  right('their groups are not known, and they have a tie', 'tie', {
    membership: partlyKnown,
    rules: { ties: [tie(me)] },
  }),
  right('their groups are not known, and their tie is over', 'not_verified', {
    membership: partlyKnown,
    rules: { ties: [tie(me, { until: '2020-01-01' })] },
  }),
  right('their groups are not known, and several extensions have the address', 'not_verified', {
    membership: partlyKnown,
    extension: bearing(myEmail, false),
  }),
  right('their groups are not known, and they administrate', 'admin', {
    membership: partlyKnown,
    rules: { admins: new Set([me]) },
  }),

  right('administrates', 'admin', { rules: { admins: new Set(['U0OTHER', me]) } }),
  right('others administrate', 'no_rule', { rules: { admins: new Set(['U0OTHER', 'u0me', 'U0ME2']) } }),
  right('administrates, and the address is theirs', emailOr('admin'), {
    extension: mine,
    rules: { admins: new Set([me]) },
  }),
  right('administrates, and their tie is over', 'admin', {
    rules: { admins: new Set([me]), ties: [tie(me, { until: '2020-01-01' })] },
  }),
  right('administrates, and has a tie', 'tie', { rules: { admins: new Set([me]), ties: [tie(me)] } }),
  right('administrates, and leads it', 'lead', {
    membership: inLeads,
    rules: { admins: new Set([me]), leads: [lead('3202', '3202')] },
  }),
];
