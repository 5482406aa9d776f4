import { documentedExample } from '../../simulators/pbx/sample-calls/documented-example.ts';
import { leanServer, listen, sendJson } from './lean-server.ts';
import { holderOf, people } from './people.ts';

/** How long the PBX takes to answer, in milliseconds; null where it never does. */
export type Pace = number | null;

/** A PBX that knows two hundred extensions and has a summary of every call one can think of. */
export interface LeanPbx {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  pace: Pace;
  close(): Promise<void>;
}

const rows = people.map(({ extensionId, extensionNumber, email }) => ({
  id: extensionId,
  number: extensionNumber,
  caller_id_name: `Human Agent ${extensionNumber}`,
  email_addr: email,
}));

/** The vendor closes the connection after each answer, and so does this. */
const closing = { connection: 'close' };

/** Starts it on a free port. */
export async function openLeanPbx(): Promise<LeanPbx> {
  const server = leanServer((target, _body, response) => {
    const { pathname, searchParams } = new URL(target, 'http://pbx');
    const answer = () =>
      sendJson(response, { errcode: 0, errmsg: 'SUCCESS', ...answerOf(pathname, searchParams) }, closing);
    if (pbx.pace === 0) answer();
    else if (pbx.pace !== null) setTimeout(answer, pbx.pace);
  });
  const { origin, close } = await listen(server);
  const pbx: LeanPbx = {
    url: origin,
    clientId: 'bench-client-id',
    clientSecret: 'bench-client-secret',
    pace: 0,
    close,
  };
  return pbx;
}

function answerOf(path: string, query: URLSearchParams): object {
  if (path.endsWith('/get_token') || path.endsWith('/refresh_token')) return token;
  if (path.endsWith('/extension/search'))
    return pageOf(
      rows.filter(({ number }) => number === query.get('search_value')),
      query,
    );
  if (path.endsWith('/extension/list')) return pageOf(rows, query);
  if (path.endsWith('/cdr/getaisummary')) return { data: { dst: summaryOf(query) } };
  return {};
}

const token = {
  access_token: 'bench-access-token',
  access_token_expire_time: 1_800,
  refresh_token: 'bench-refresh-token',
  refresh_token_expire_time: 86_400,
};

function pageOf(found: readonly object[], query: URLSearchParams): object {
  const size = Number(query.get('page_size') ?? 100);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return { total_number: found.length, data: found.slice(start, start + size) };
}

/** The vendor's own example of a summary. */
const html = 'parties' in documentedExample ? documentedExample.parties[0]?.summary : undefined;

function summaryOf(query: URLSearchParams): object {
  const holder = holderOf(Number(query.get('dst_ext_id')));
  return {
    id: 53,
    ext_num: holder?.extensionNumber,
    name: `Human Agent ${holder?.extensionNumber}`,
    avatar: '',
    call_id: query.get('cdr_id'),
    summary: html,
    created_at: 1_778_682_824,
    updated_at: 1_778_682_824,
  };
}
