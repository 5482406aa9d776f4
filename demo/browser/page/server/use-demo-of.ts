import { useMemo } from 'react';
import type { Menu, PersonCard, Setup } from '../../contract.ts';
import type { Demo } from '../demo.ts';
import { post } from './post.ts';
import { reason } from './reason.ts';
import { sendsDeeds } from './sends-deeds.ts';

/** Makes what the parts of the page may know and do, for one person. `tell` gets what went wrong, in a sentence. */
export function useDemoOf(setup: Setup, me: PersonCard, tell: (problem: string | null) => void): Demo {
  return useMemo(() => {
    const send = sendsDeeds(me.role);
    return {
      setup,
      me,
      nameOf: (id) => setup.names[id] ?? id,
      async act(deed) {
        tell(null);
        const done = await send(deed);
        if (!done.ok) tell(done.problem);
        return done.ok;
      },
      openMenu: async (menu) => await post<Menu>('/menu', { as: me.role, ...menu }).catch(noMenu),
    };
  }, [setup, me, tell]);
}

const noMenu = (thrown: unknown): Menu => ({ entries: [], problem: reason(thrown) });
