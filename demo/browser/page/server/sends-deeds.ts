import type { Deed, Done } from '../../contract.ts';
import { post } from './post.ts';
import { reason } from './reason.ts';

/** Sends what one person does. A window goes in only after what was ticked and chosen in it before. */
export function sendsDeeds(role: string): (deed: Deed) => Promise<Done> {
  const underWay = new Set<Promise<Done>>();
  return async (deed) => {
    if (deed.kind === 'submit') await Promise.all(underWay);
    const sent = post<Done>('/deeds', { as: role, deed }).catch(notDone);
    underWay.add(sent);
    const done = await sent;
    underWay.delete(sent);
    return done;
  };
}

const notDone = (thrown: unknown): Done => ({ ok: false, problem: reason(thrown) });
