import { inWords, type Problem } from '../block-rules/index.ts';
import type { JsonObject } from '../json.ts';

/** What a Web API method answers: always HTTP 200, with `ok` saying whether it worked. */
export type Reply = JsonObject & { readonly ok: boolean; readonly error?: string };

/** Something checked: the value, or the reply that refuses it. */
export type Checked<T> = { readonly value: T } | { readonly refusal: Reply };

/** Takes what a method gives back; gives the reply. */
export function accepted(fields: JsonObject = {}): Reply {
  return { ...fields, ok: true };
}

/** Takes Slack's error code; gives the reply. */
export function refused(error: string, fields: JsonObject = {}): Reply {
  return { ...fields, ok: false, error };
}

/** Takes Slack's error code and what is wrong with blocks or a view; gives the reply that points at each place. */
export function refusedFor(error: string, problems: readonly Problem[]): Reply {
  const errors = inWords(problems);
  return refused(error, { errors, response_metadata: { messages: errors.map((line) => `[ERROR] ${line}`) } });
}
