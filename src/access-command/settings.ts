import { type Environment, type ReadTextFile, readFileOf, resolveSecretFiles } from '../config/files.ts';
import { environmentSchema } from '../config/values.ts';
import { describeProblem } from '../services/access/file-problem.ts';
import { createRulesInForce, type RulesInForce } from '../services/access/rules-in-force.ts';
import type { SlackAccess } from '../slack/web-client.ts';

/** What the command goes by; `slack` is null where no token is set. */
export interface CommandSettings {
  readonly rules: RulesInForce;
  /** The access file's name; null where none is set. */
  readonly accessFile: string | null;
  readonly slack: SlackAccess | null;
}

const fileSetting = 'CALLSUMMARY_ACCESS_FILE';
const schema = environmentSchema
  .pick({ SLACK_BOT_TOKEN: true, SLACK_API_URL: true, CALLSUMMARY_ADMINS: true })
  .partial({ SLACK_BOT_TOKEN: true });

/** The same settings as the app's, as far as they concern access; or all that is wrong with them and the access file. */
export function readSettings(
  env: Environment,
  readTextFile: ReadTextFile,
): CommandSettings | { readonly problems: readonly string[] } {
  const given = resolveSecretFiles(env, readTextFile);
  const parsed = schema.safeParse(given.env);
  const wrong = [
    ...given.problems.filter(({ name }) => name.startsWith('SLACK_BOT_TOKEN')),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), problem: message })),
  ].map(({ name, problem }) => `${name} ${problem}`);
  const rules = createRulesInForce(new Set(parsed.data?.CALLSUMMARY_ADMINS));
  const accessFile = given.env[fileSetting] ?? null;
  const problems = [...wrong, ...loadInto(rules, accessFile, readTextFile)];
  if (problems.length > 0 || !parsed.success) return { problems };
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = parsed.data;
  return { rules, accessFile, slack: botToken === undefined ? null : { botToken, apiUrl } };
}

function loadInto(rules: RulesInForce, path: string | null, readTextFile: ReadTextFile): readonly string[] {
  if (path === null) return [];
  const file = readFileOf(fileSetting, path, readTextFile);
  if ('problem' in file) return [`${fileSetting} ${file.problem.problem}`];
  return rules.reload(file.value).map((problem) => `${path}, ${describeProblem(problem)}`);
}
