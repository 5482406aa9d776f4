import { demoCalls } from '../calls.ts';
import { runSideCommand } from '../side-command.ts';
import type { Order } from './order.ts';

const wordsIn = (line: string) => line.split(/\s+/).filter((word) => word !== '');

/** What an administrator looks up outside of Slack, and what there is to ask for. */
export const lookingUpOrders: readonly Order[] = [
  {
    name: 'calls',
    usage: 'calls',
    does: 'lists calls you can ask for; "as admin" reads them all',
    run: () =>
      demoCalls
        .map(({ cdrId, extensionNumber, shows }) => `/callsummary ${cdrId} ${extensionNumber}\n    ${shows}`)
        .join('\n'),
  },
  {
    name: 'access',
    usage: 'access who 3202',
    does: 'npm run access: who may read what; "access can U0COLLEAG08 3202" about one',
    run: ({ stage }, words) => runSideCommand(stage, 'access', wordsIn(words)),
  },
  {
    name: 'audit',
    usage: 'audit',
    does: 'npm run audit: who read, was refused, shared and took back what until now',
    run: ({ stage }, words) => runSideCommand(stage, 'audit', ['--since', '1h', ...wordsIn(words)]),
  },
];
