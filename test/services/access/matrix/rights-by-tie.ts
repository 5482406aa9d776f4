import { me } from './actors.ts';
import { byEmail, day, mine, type Right, right, tie, tied } from './right.ts';

/** What ties come to, of one’s own and of other people. */
export const rightsByTie: readonly Right[] = [
  tied('a tie', 'tie', tie(me)),
  right('a tie without dates and the day unknown', 'tie', { rules: { ties: [tie(me)] }, callDay: null }),
  right('a tie while addresses are not matched', 'tie', { rules: { ties: [tie(me)], matchesEmail: false } }),
  tied('a tie from the day of the call', 'tie', tie(me, { from: day })),
  tied('a tie from long before', 'tie', tie(me, { from: '2025-12-31' })),
  tied('a tie from the day after the call', 'outside_dates', tie(me, { from: '2026-03-02' })),
  tied('a tie until the day of the call', 'tie', tie(me, { until: day })),
  tied('a tie until long after', 'tie', tie(me, { until: '2027-01-01' })),
  tied('a tie until the day before the call', 'outside_dates', tie(me, { until: '2026-02-28' })),
  tied('a tie from before until after', 'tie', tie(me, { from: '2026-02-01', until: '2026-04-01' })),
  tied('a tie for that very day', 'tie', tie(me, { from: day, until: day })),
  tied('a tie that began and ended before', 'outside_dates', tie(me, { from: '2026-01-01', until: '2026-02-01' })),
  tied('a tie that begins and ends after', 'outside_dates', tie(me, { from: '2026-05-01', until: '2026-06-01' })),
  right('a tie with dates and the day unknown', ['tie', 'call_day_unknown', 'call_day_unknown'], {
    rules: { ties: [tie(me, { from: '2020-01-01' })] },
    callDay: null,
  }),
  right('a tie with an end and the day unknown', ['tie', 'call_day_unknown', 'call_day_unknown'], {
    rules: { ties: [tie(me, { until: '2030-01-01' })] },
    callDay: null,
  }),
  tied('an old tie and a new one', 'tie', tie(me, { until: '2020-01-01' }), tie(me, { from: day })),
  tied(
    'two ties that are both over',
    'outside_dates',
    tie(me, { until: '2020-01-01' }),
    tie(me, { until: '2021-01-01' }),
  ),
  right('a tie with dates beside one without, the day unknown', 'tie', {
    rules: { ties: [tie(me, { from: '2030-01-01' }), tie(me)] },
    callDay: null,
  }),
  tied('a tie to another extension', 'no_rule', tie(me, {}, '3203')),
  tied('a tie to an extension whose number begins alike', 'no_rule', tie(me, {}, '32020')),
  tied('somebody else’s tie', 'no_rule', tie('U0OTHER')),
  tied('somebody else’s tie on that day', 'no_rule', tie('U0OTHER', { from: day })),

  right('a tie that is over, though the address is theirs', 'outside_dates', {
    extension: mine,
    rules: { ties: [tie(me, { until: '2026-02-28' })] },
  }),
  right('a tie, and the address is theirs', 'tie', { extension: mine, rules: { ties: [tie(me)] } }),
  right('a tie with dates, the address theirs, the day unknown', ['tie', 'call_day_unknown', 'call_day_unknown'], {
    extension: mine,
    callDay: null,
    rules: { ties: [tie(me, { from: day })] },
  }),
  right('the address is theirs, and somebody else is tied without dates', byEmail('own_extension'), {
    extension: mine,
    rules: { ties: [tie('U0OTHER')] },
  }),
  right('the address is theirs, and the day was somebody else’s until then', byEmail('held_by_another'), {
    extension: mine,
    rules: { ties: [tie('U0OTHER', { until: day })] },
  }),
  right('the address is theirs, and the day is somebody else’s from then on', byEmail('held_by_another'), {
    extension: mine,
    rules: { ties: [tie('U0OTHER', { from: day })] },
  }),
  right('the address is theirs, and somebody else’s days are over', byEmail('own_extension'), {
    extension: mine,
    rules: { ties: [tie('U0OTHER', { until: '2026-02-28' })] },
  }),
  right(
    'the address is theirs, somebody else had days, the day is unknown',
    byEmail(['own_extension', 'call_day_unknown', 'call_day_unknown']),
    { extension: mine, callDay: null, rules: { ties: [tie('U0OTHER', { until: '2026-02-28' })] } },
  ),
  right('the address is theirs, and somebody has days on another extension', byEmail('own_extension'), {
    extension: mine,
    rules: { ties: [tie('U0OTHER', { from: '2020-01-01' }, '3203')] },
  }),
  right('the address is theirs, and they are tied to another extension', byEmail('own_extension'), {
    extension: mine,
    rules: { ties: [tie(me, { until: '2020-01-01' }, '3203')] },
  }),
];
