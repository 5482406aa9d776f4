import { errorMessages } from './errcodes.ts';

/** What the PBX says in an HTTP 200: an errcode, its text, and whatever else belongs to the answer. */
export type PbxAnswer = { errcode: number; errmsg: string; [field: string]: unknown };

/** All a PBX can say: an answer of its API, the rows of a file, or null for a page that its web server does not have. */
export type PbxReply = PbxAnswer | object[] | null;

/** A yes of the PBX: errcode 0 with the given fields. */
export function succeed(fields: Record<string, unknown> = {}): PbxAnswer {
  return { errcode: 0, errmsg: 'SUCCESS', ...fields };
}

/** A no of the PBX: an errcode with the text the vendor's table gives it (FAILURE where it gives none). */
export function refuse(errcode: number, fields: Record<string, unknown> = {}): PbxAnswer {
  return { errcode, errmsg: errorMessages.get(errcode) ?? 'FAILURE', ...fields };
}

/** The refusal of one parameter: 40002 with its name and why (Yeastar: response-result page). */
export function refuseParameter(field: string, validation: 'required' | 'invalid' | 'exclusive'): PbxAnswer {
  return refuse(40002, { invalid_param_list: [{ field, validation_type: validation }] });
}
