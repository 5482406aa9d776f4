import type { Check } from '../check.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const second = 1_000;
const noticeable = 60;
/** Slack's requests are refused as too old from here on (docs.slack.dev: verifying requests from Slack). Seconds. */
const refused = 300;

/** Whether this machine, the PBX and Slack agree on what time it is. Who did not answer is not compared. */
export const clocks: Check = {
  id: 'clocks',
  what: 'Clocks',
  needs: ['settings'],
  async look(patient) {
    const { pbx, slack, config } = patient.installation();
    const differences = {
      'the PBX': secondsOf(pbx.knownInformation()?.aheadMs),
      Slack: secondsOf((await slack.identity()).aheadMs),
    };
    return verdictOn(differences, config.slack.transport.kind === 'http');
  },
};

const secondsOf = (aheadMs: number | null | undefined) =>
  aheadMs === null || aheadMs === undefined ? null : Math.round(aheadMs / second);

type Differences = Readonly<Record<'the PBX' | 'Slack', number | null>>;

function verdictOn(differences: Differences, isHttpMode: boolean): Verdict {
  const known = Object.entries(differences).flatMap(([whose, seconds]) =>
    seconds === null ? [] : [{ whose, seconds }],
  );
  const wrong = known.filter(({ seconds }) => Math.abs(seconds) > noticeable);
  const found = `${wrong.map(difference).join('; ')}.`;
  const slackSeconds = Math.abs(differences.Slack ?? 0);
  if (isHttpMode && slackSeconds > refused)
    return failed(found, `Set the clock of this machine by NTP: requests more than ${refused} s old are refused.`);
  if (wrong.length > 0) return warning(found, todoFor(slackSeconds > noticeable));
  if (known.length === 0) return warning('neither the PBX nor Slack could be asked.', 'See the other checks.');
  return ok(`${known.map(({ whose }) => whose).join(' and ')} within ${noticeable} s of this machine.`);
}

const difference = ({ whose, seconds }: { readonly whose: string; readonly seconds: number }) =>
  `${whose} is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine`;

const todoFor = (isOurs: boolean) =>
  isOurs
    ? `Set the clock of this machine by NTP: above ${refused} s Slack's requests are refused.`
    : 'Set the clock of the PBX by NTP: times of calls are read from it.';
