import { largestView, problemsInModal } from '../block-rules/index.ts';
import { isObject, type JsonObject } from '../json.ts';
import { asPayloadView, type OpenView } from '../views.ts';
import { accepted, type Checked, type Reply, refused, refusedFor } from './reply.ts';

/** Takes a `view`; gives it when Slack would show it, or the refusal. */
export function viewOf(view: unknown): Checked<JsonObject> {
  if (Buffer.byteLength(JSON.stringify(view ?? null)) > largestView) return { refusal: refused('view_too_large') };
  const problems = problemsInModal(view);
  if (problems.length > 0) return { refusal: refusedFor('invalid_arguments', problems) };
  return isObject(view) ? { value: view } : { refusal: refused('invalid_arguments') };
}

/** Takes what became of a view: itself, or Slack's error code; gives the reply. */
export function replyWith(result: OpenView | string): Reply {
  return typeof result === 'string' ? refused(result) : accepted({ view: asPayloadView(result) });
}
