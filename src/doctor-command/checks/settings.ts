import type { Check } from '../check.ts';
import { failed, ok } from '../verdict.ts';

/** Every problem at once, as when the app is started. */
export const settings: Check = {
  id: 'settings',
  what: 'Settings',
  needs: [],
  async look({ problems, installation }) {
    if (problems.length > 0)
      return failed(
        problems.length === 1 ? '1 needs your attention.' : `${problems.length} need your attention.`,
        'Mend them in the environment or in .env; .env.example says where each comes from.',
        problems.map(({ name, problem }) => `${name} ${problem}.`),
      );
    const isSocketMode = installation().config.slack.transport.kind === 'socket';
    return ok(`complete, for ${isSocketMode ? 'Socket Mode' : 'HTTP mode'}.`);
  },
};
