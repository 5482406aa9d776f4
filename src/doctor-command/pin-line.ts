import { type Environment, resolveSecretFiles } from '../config/files.ts';
import { environmentSchema } from '../config/values.ts';
import { presentedBy } from './pbx/presented-certificate.ts';

const schema = environmentSchema.pick({ YEASTAR_BASE_URL: true });

/** The line for `.env` that pins what the PBX presents now. Needs no setting but its address. */
export async function pinLine(env: Environment): Promise<{ readonly line: string } | { readonly problem: string }> {
  const parsed = schema.safeParse(resolveSecretFiles(env, noFile).env);
  if (!parsed.success) return { problem: `YEASTAR_BASE_URL ${parsed.error.issues[0]?.message}.` };
  const { YEASTAR_BASE_URL: baseUrl } = parsed.data;
  if (baseUrl.protocol !== 'https:')
    return { problem: 'YEASTAR_BASE_URL starts with http://: there is no certificate.' };
  const presented = await presentedBy(baseUrl);
  return presented === null
    ? { problem: `${baseUrl.host} presented no certificate. npm run doctor says more.` }
    : { line: `YEASTAR_FINGERPRINT256=${presented.fingerprint256}` };
}

const noFile = (): string => {
  throw new Error('secrets are not needed here');
};
