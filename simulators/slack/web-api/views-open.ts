import type { Method } from './method.ts';
import { refused } from './reply.ts';
import { replyWith, viewOf } from './view-argument.ts';

/** Opens a modal (docs.slack.dev/reference/methods/views.open). */
export const viewsOpen: Method = {
  run(args, { triggers, views }) {
    const view = viewOf(args.view);
    if ('refusal' in view) return view.refusal;
    const triggerId = String(args.trigger_id);
    const occasion = triggers.examine(triggerId);
    if (typeof occasion === 'string') return refused(occasion);
    triggers.spend(triggerId);
    return replyWith(views.open(occasion.personId, view.value, occasion.channelId));
  },
};
