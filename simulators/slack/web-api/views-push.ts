import type { Method } from './method.ts';
import { refused } from './reply.ts';
import { replyWith, showingOf } from './view-argument.ts';

/** Puts a modal on top of the one a person acted in (docs.slack.dev/reference/methods/views.push). */
export const viewsPush: Method = {
  run(args, { triggers, views }) {
    const showing = showingOf(args, triggers);
    if ('refusal' in showing) return showing.refusal;
    const { view, occasion, spend } = showing.value;
    if (!views.find({ viewId: occasion.viewId })) return refused('not_found');
    const pushed = views.push(occasion.personId, view);
    if (typeof pushed !== 'string') spend();
    return replyWith(pushed);
  },
};
