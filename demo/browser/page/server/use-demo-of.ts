import { useMemo } from 'react';
import type { Done, PersonCard, Setup } from '../../contract.ts';
import type { Demo } from '../demo.ts';
import { post } from './post.ts';

/** Makes what the parts of the page may know and do, for one person. `tell` gets what went wrong, in a sentence. */
export function useDemoOf(setup: Setup, me: PersonCard, tell: (problem: string | null) => void): Demo {
  return useMemo(
    () => ({
      setup,
      me,
      nameOf: (id) => setup.names[id] ?? id,
      act: async (deed) => {
        tell(null);
        const done = await post<Done>('/deeds', { as: me.role, deed }).catch(notDone);
        if (!done.ok) tell(done.problem);
        return done.ok;
      },
      openMenu: async (menu) =>
        await post<Awaited<ReturnType<Demo['openMenu']>>>('/menu', { as: me.role, ...menu }).catch(
          (thrown: unknown) => ({
            entries: [],
            problem: notDone(thrown).problem,
          }),
        ),
    }),
    [setup, me, tell],
  );
}

const notDone = (thrown: unknown) =>
  ({ ok: false, problem: thrown instanceof Error ? thrown.message : String(thrown) }) as const;
