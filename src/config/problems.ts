import { type Setting, settings } from './settings.ts';

/** One thing to mend before the app can start. `name` is the environment variable. */
export interface ConfigProblem {
  readonly name: string;
  readonly problem: string;
}

/** Thrown with every problem at once, so that five settings are mended in one go. The message is for the terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(found: readonly ConfigProblem[]) {
    const problems = inOrder(onePerSetting(found));
    super([headline(problems.length), ...problems.map(describe), ending].join('\n\n'));
    this.problems = problems;
  }
}

const ending = 'Set them in the environment or in a file named .env; .env.example lists every setting.';

const headline = (count: number) =>
  `callsummary cannot start: ${count === 1 ? 'one setting needs' : `${count} settings need`} your attention.`;

function describe({ name, problem }: ConfigProblem): string {
  const setting = settingOf(name);
  const lines = [`  ${name} ${problem}.`];
  if (setting !== undefined) lines.push(`    What for: ${setting.purpose}`, `    Where:    ${setting.where}`);
  return lines.join('\n');
}

const known: Readonly<Record<string, Setting>> = settings;
const order = Object.keys(settings);
const settingNameOf = (name: string) => (name in known ? name : name.replace(/_FILE$/, ''));
const settingOf = (name: string): Setting | undefined => known[settingNameOf(name)];

/** The first thing wrong with a setting is the one to mend; the others are often its shadow. */
const onePerSetting = (problems: readonly ConfigProblem[]) =>
  problems.filter(
    ({ name }, index) => index === problems.findIndex((one) => settingNameOf(one.name) === settingNameOf(name)),
  );

const inOrder = (problems: readonly ConfigProblem[]) =>
  problems.toSorted((one, other) => placeOf(one) - placeOf(other));
const placeOf = ({ name }: ConfigProblem) => {
  const place = order.indexOf(settingNameOf(name));
  return place === -1 ? order.length : place;
};
