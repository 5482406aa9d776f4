import { type Environment, type ReadTextFile, resolveSecretFiles } from '../config/files.ts';
import { environmentSchema } from '../config/values.ts';
import { accountOf } from '../services/yeastar/account.ts';
import type { PbxAccount } from '../store/store.ts';

/** What the command goes by. */
export interface UnlockSettings {
  readonly account: PbxAccount;
  readonly storeFile: string;
}

const schema = environmentSchema.pick({
  YEASTAR_BASE_URL: true,
  YEASTAR_CLIENT_ID: true,
  YEASTAR_CLIENT_SECRET: true,
  CALLSUMMARY_STORE_FILE: true,
});

/** The same settings as the app's, as far as they concern signing in at the PBX; or all that is wrong with them. */
export function readSettings(
  env: Environment,
  readTextFile: ReadTextFile,
): UnlockSettings | { readonly problems: readonly string[] } {
  const given = resolveSecretFiles(env, readTextFile);
  const parsed = schema.safeParse(given.env);
  const unreadable = given.problems.filter(({ name }) => name.startsWith('YEASTAR_CLIENT_SECRET'));
  if (parsed.success && unreadable.length === 0) return settingsOf(parsed.data);
  const wrong = (parsed.error?.issues ?? [])
    .map(({ path, message }) => ({ name: String(path[0]), problem: message }))
    .filter(({ name }) => unreadable.length === 0 || name !== 'YEASTAR_CLIENT_SECRET');
  return { problems: [...unreadable, ...wrong].map(({ name, problem }) => `${name} ${problem}`) };
}

const settingsOf = (values: ReturnType<typeof schema.parse>): UnlockSettings => ({
  account: accountOf({
    baseUrl: values.YEASTAR_BASE_URL,
    clientId: values.YEASTAR_CLIENT_ID,
    clientSecret: values.YEASTAR_CLIENT_SECRET,
  }),
  storeFile: values.CALLSUMMARY_STORE_FILE,
});
