import { stringIn } from '../json.ts';
import type { Method } from './method.ts';
import { refused } from './reply.ts';
import { replyWith, viewOf } from './view-argument.ts';

/** Replaces an open modal (docs.slack.dev/reference/methods/views.update). A closed one is not found. */
export const viewsUpdate: Method = {
  run(args, { views }) {
    const view = viewOf(args.view);
    if ('refusal' in view) return view.refusal;
    const old = views.find({ viewId: stringIn(args, 'view_id'), externalId: stringIn(args, 'external_id') });
    if (!old) return refused('not_found');
    const hash = stringIn(args, 'hash');
    if (hash !== undefined && hash !== old.hash) return refused('hash_conflict');
    return replyWith(views.update(old, view.value));
  },
};
