import { type PbxSimulator, type SampleCall, startPbx } from '../../simulators/pbx/index.ts';
import { documentedExample } from '../../simulators/pbx/sample-calls/documented-example.ts';
import { type BenchPerson, people, personNumbered } from '../load/people.ts';
import type { PbxAccount } from '../load/settings.ts';
import { cdrIdNumbered } from '../load/slack-command.ts';
import { openCountingDoor } from './counting-door.ts';

/** What the PBX has had to do. */
export interface PbxWork {
  readonly requests: number;
  readonly connections: number;
  readonly logins: number;
}

/** The simulated PBX, with the vendor's rules, and everything that came in counted. */
export interface CountedPbx extends PbxAccount, AsyncDisposable {
  work(): PbxWork;
}

/** Knows a call for each of so many commands; all of them of one person's extension where somebody is named. */
export async function openCountedPbx(commands: number, person?: BenchPerson): Promise<CountedPbx> {
  const extensions = people.map(({ extensionId: id, extensionNumber: number, email }) => ({
    id,
    number,
    email,
    name: `Human Agent ${number}`,
  }));
  const calls = Array.from({ length: commands }, (_, index) =>
    callNumbered(index + 1, person ?? personNumbered(index + 1)),
  );
  const pbx = await startPbx({ extensions, calls });
  const door = await openCountingDoor(pbx.url);
  const { clientId, clientSecret } = pbx;
  return {
    url: door.url,
    clientId,
    clientSecret,
    work: () => ({ requests: pbx.count('*'), connections: door.connections, logins: loginsOf(pbx) }),
    async [Symbol.asyncDispose]() {
      await door[Symbol.asyncDispose]();
      await pbx.stop();
    },
  };
}

const loginsOf = (pbx: PbxSimulator) => pbx.count('get_token') + pbx.count('refresh_token');

const summary = 'parties' in documentedExample ? (documentedExample.parties[0]?.summary ?? null) : null;

const callNumbered = (count: number, { extensionNumber }: BenchPerson): SampleCall => ({
  cdrId: cdrIdNumbered(count),
  extensionNumber,
  shows: 'One call of many.',
  answersBySide: 'own',
  parties: [{ side: 'dst', extensionNumber, createdAt: 1_778_682_824, summary }],
});
