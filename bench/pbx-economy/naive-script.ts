import type { BenchPerson } from '../load/people.ts';
import type { PbxAccount } from '../load/settings.ts';

interface PbxAnswer {
  readonly errcode: number;
  readonly access_token?: string;
  readonly data?:
    | readonly { readonly id: number; readonly number: string }[]
    | { readonly dst?: { readonly summary?: string } };
}

const headers = { 'user-agent': 'OpenAPI', 'content-type': 'application/json' };

/** Whether the script gives its token back when it is done. */
export type Manners = 'keeps token' | 'gives token back';

/** What a plain script does for one command: sign in, look the extension up, fetch. True if that brought a summary. */
export async function fetchNaively(
  pbx: PbxAccount,
  cdrId: string,
  person: BenchPerson,
  manners: Manners,
): Promise<boolean> {
  const ask = async (path: string, init: RequestInit = {}): Promise<PbxAnswer> => {
    const response = await fetch(`${pbx.url}/openapi${path}`, { ...init, headers });
    return (await response.json()) as PbxAnswer;
  };
  const body = JSON.stringify({ username: pbx.clientId, password: pbx.clientSecret });
  const { access_token: token } = await ask('/v1.0/get_token', { method: 'POST', body });
  if (token === undefined) return false;
  const number = person.extensionNumber;
  const found = await ask(`/v1.0/extension/search?access_token=${token}&search_value=${number}`);
  const rows = Array.isArray(found.data) ? found.data : [];
  const id = rows.find((row) => row.number === number)?.id;
  const { errcode } = await ask(`/v2.0/cdr/getaisummary?access_token=${token}&cdr_id=${cdrId}&dst_ext_id=${id}`);
  if (manners === 'gives token back') await ask(`/v1.0/del_token?access_token=${token}`);
  return errcode === 0;
}
