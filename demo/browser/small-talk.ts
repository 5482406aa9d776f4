import type { SlackSimulator } from '../../simulators/slack/index.ts';

/** People have said something before one opens the page, so that there are messages to act on in every kind of channel. */
export function makeSmallTalk({ people, channels, says }: SlackSimulator): void {
  const { agent, lead, administrator, outsider } = people;
  says(lead, channels.support, 'Kristin Hale called about the login loop: 20260513223234-3EE9E, extension 3202.');
  says(agent, channels.support, 'That was me. I will post the summary into the incident thread.');
  says(administrator, channels.escalations, 'Numbers are masked in here: the access file says so.');
  says(outsider, channels.shared, 'Any news about the login loop? Our people still see it.');
}
