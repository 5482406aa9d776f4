import type { LaterFault } from '../fault.ts';

const noOutbox = 'an answer lives in memory only: no outbox keeps what was asked for when the process dies';
const noEvents = 'the app subscribes to no events';
const oneMachine = 'repetitions are recognised within one process; behind a load balancer each has its own memory';

/** Faults that the app cannot meet yet, or that cannot be provoked from outside, with the reason. */
export const later: readonly LaterFault[] = [
  { id: 'P21', says: 'the event connection of the PBX breaks', later: 'the app listens to no events of the PBX' },
  { id: 'S6b', says: 'the token comes back, and what was posted meanwhile follows', later: noOutbox },
  { id: 'S9e', says: 'the same command reaches two replicas', later: oneMachine },
  { id: 'S10', says: 'the same event comes up to three times', later: noEvents },
  { id: 'K1e', says: 'a command survives kill -9 and is answered after the restart', later: noOutbox },
  {
    id: 'D2b',
    says: 'the file system of the store has no inodes left',
    later: 'the store makes no files while it runs',
  },
  { id: 'D3', says: 'a database server restarts, hangs, fails over', later: 'the store is a file' },
  {
    id: 'D4b',
    says: 'a migration is cut off at each statement',
    later: 'needs a hand inside the process; a test of the store does it',
  },
];
