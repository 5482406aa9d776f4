import { largestView, problemsInModal } from '../block-rules/index.ts';
import { isObject, type JsonObject } from '../json.ts';
import { asPayloadView, type OpenView } from '../open-view.ts';
import type { Occasion, Triggers } from '../triggers.ts';
import { accepted, type Checked, type Reply, refused, refusedFor } from './reply.ts';

/** Takes a `view`; gives it when Slack would show it, or the refusal. */
export function viewOf(view: unknown): Checked<JsonObject> {
  if (Buffer.byteLength(JSON.stringify(view ?? null)) > largestView) return { refusal: refused('view_too_large') };
  const problems = problemsInModal(view);
  if (problems.length > 0) return { refusal: refusedFor('invalid_arguments', problems) };
  return isObject(view) ? { value: view } : { refusal: refused('invalid_arguments') };
}

/** A view somebody is to be shown, and what its trigger was issued for; `spend` uses the trigger up. */
interface Showing {
  readonly view: JsonObject;
  readonly occasion: Occasion;
  spend(): void;
}

/** Takes the arguments of a call that shows a new view; gives what is to be shown to whom, or the refusal. */
export function showingOf(args: JsonObject, triggers: Triggers): Checked<Showing> {
  const view = viewOf(args.view);
  if ('refusal' in view) return view;
  const triggerId = String(args.trigger_id);
  const occasion = triggers.examine(triggerId);
  if (typeof occasion === 'string') return { refusal: refused(occasion) };
  return { value: { view: view.value, occasion, spend: () => triggers.spend(triggerId) } };
}

/** Takes what became of a view: itself, or Slack's error code; gives the reply. */
export function replyWith(result: OpenView | string): Reply {
  return typeof result === 'string' ? refused(result) : accepted({ view: asPayloadView(result) });
}
