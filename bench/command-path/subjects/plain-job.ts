// The job itself by the plainest code: ask the PBX with a token got once, turn HTML into mrkdwn, answer.
import type { RespondFn } from '@slack/bolt';
import TurndownService from 'turndown';

const { YEASTAR_BASE_URL, YEASTAR_CLIENT_ID, YEASTAR_CLIENT_SECRET } = process.env;
const headers = { 'user-agent': 'OpenAPI' };
const turndown = new TurndownService();
const extensionIds = new Map<string, number>();
let token: string | undefined;

interface PbxAnswer {
  readonly access_token: string;
  readonly data: readonly { readonly id: number; readonly number: string }[] & { readonly dst: PartySummary };
}
interface PartySummary {
  readonly name: string;
  readonly summary: string;
}

async function get(path: string, query: Readonly<Record<string, string>>): Promise<PbxAnswer> {
  token ??= (await signIn()).access_token;
  const search = new URLSearchParams({ access_token: token, ...query });
  const response = await fetch(`${YEASTAR_BASE_URL}/openapi${path}?${search}`, { headers });
  return (await response.json()) as PbxAnswer;
}

async function signIn(): Promise<PbxAnswer> {
  const body = JSON.stringify({ username: YEASTAR_CLIENT_ID, password: YEASTAR_CLIENT_SECRET });
  const response = await fetch(`${YEASTAR_BASE_URL}/openapi/v1.0/get_token`, { method: 'POST', headers, body });
  return (await response.json()) as PbxAnswer;
}

async function extensionIdOf(number: string): Promise<number> {
  const known = extensionIds.get(number);
  if (known !== undefined) return known;
  const { data } = await get('/v1.0/extension/search', { search_value: number });
  const id = data.find((row) => row.number === number)?.id ?? 0;
  extensionIds.set(number, id);
  return id;
}

/** Answers one command, given as typed: a leg id and an extension number. */
export async function doTheJob(typed: string, respond: RespondFn): Promise<void> {
  const [cdrId = '', number = ''] = typed.split(' ');
  const id = await extensionIdOf(number);
  const { data } = await get('/v2.0/cdr/getaisummary', { cdr_id: cdrId, dst_ext_id: String(id) });
  const text = turndown.turndown(data.dst.summary);
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: data.dst.name } },
    { type: 'section', text: { type: 'mrkdwn', text } },
  ];
  await respond({ response_type: 'ephemeral', text, blocks });
}
