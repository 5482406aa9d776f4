import { type MenuKind, matches } from './menu-kind.ts';

/** The people that Slack lists by itself. */
export const persons: MenuKind = ({ stage: { slack }, typed }) => ({
  entries: Object.values(slack.people)
    .filter((person) => !('isDeactivated' in person))
    .map(({ id, realName }) => ({ value: id, label: realName }))
    .filter(({ label }) => matches(label, typed)),
});
