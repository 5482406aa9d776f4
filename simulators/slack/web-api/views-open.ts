import type { Method } from './method.ts';
import { replyWith, showingOf } from './view-argument.ts';

/** Opens a modal (docs.slack.dev/reference/methods/views.open). */
export const viewsOpen: Method = {
  run(args, { triggers, views }) {
    const showing = showingOf(args, triggers);
    if ('refusal' in showing) return showing.refusal;
    const { view, occasion, spend } = showing.value;
    spend();
    return replyWith(views.open(occasion.personId, view, occasion.channelId));
  },
};
