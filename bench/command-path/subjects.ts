import { asStarted } from '../load/as-started.ts';
import type { Until } from '../load/closed-loop.ts';
import type { ProgramOptions } from '../load/program.ts';
import type { Way } from '../load/settings.ts';

/** A program whose cost is compared. */
export interface Subject {
  readonly name: string;
  readonly program: Pick<ProgramOptions, 'file' | 'nodeArguments'>;
  readonly until: Until;
  readonly ways: readonly Way[];
}

const boltSubject = (name: string, file: string, until: Until): Subject => ({
  name,
  program: { file: `bench/command-path/subjects/${file}.ts` },
  until,
  ways: ['http', 'socket'],
});

export const ours: Subject = {
  name: 'callsummary',
  program: asStarted,
  until: 'answered',
  ways: ['http', 'socket'],
};

/** The least that shows what a request costs, then more and more of what the app does, by the plainest code. */
export const sameWorkRecorded = boltSubject('Bolt, same work, two rows', 'bolt-records-too', 'answered');
export const sameWork = boltSubject('Bolt, same work', 'bolt-does-the-job', 'answered');
export const cannedAnswer = boltSubject('Bolt, canned answer', 'bolt-answers', 'answered');
export const onlyAcknowledges = boltSubject('Bolt, only ack', 'bolt-acknowledges', 'acknowledged');
const nodeHttp: Subject = {
  name: 'node:http, only ack',
  program: { file: 'bench/command-path/subjects/node-http.ts' },
  until: 'acknowledged',
  ways: ['http'],
};

export const subjects: readonly Subject[] = [
  ours,
  sameWorkRecorded,
  sameWork,
  cannedAnswer,
  onlyAcknowledges,
  nodeHttp,
];
