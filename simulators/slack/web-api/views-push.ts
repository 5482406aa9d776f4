import type { Method } from './method.ts';
import { refused } from './reply.ts';
import { replyWith, viewOf } from './view-argument.ts';

/** Puts a modal on top of the one a person acted in (docs.slack.dev/reference/methods/views.push). */
export const viewsPush: Method = {
  run(args, { triggers, views }) {
    const view = viewOf(args.view);
    if ('refusal' in view) return view.refusal;
    const triggerId = String(args.trigger_id);
    const occasion = triggers.examine(triggerId);
    if (typeof occasion === 'string') return refused(occasion);
    if (!views.find({ viewId: occasion.viewId })) return refused('not_found');
    const pushed = views.push(occasion.personId, view.value);
    if (typeof pushed !== 'string') triggers.spend(triggerId);
    return replyWith(pushed);
  },
};
