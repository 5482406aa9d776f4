import { findLegIds, parseExtensionNumber } from '../../../src/services/call-reference/ids.ts';
import type { CdrId, ExtensionNumber } from '../../../src/services/call-summary.ts';
import type { CallWindow, RecordedCall, RecordedCalls } from '../../../src/services/phone-system.ts';
import type { CallWish } from '../../../src/services/recent-calls/offer.ts';
import { createRecentCalls, type RecentCallsOptions } from '../../../src/services/recent-calls/recent-calls.ts';
import { handClock } from '../yeastar/hand-clock.ts';

export const now = new Date('2026-05-14T09:00:00Z');
export const leo = { id: 'U0LEO', teamId: 'T0TEAM' };
export const mara = { id: 'U0MARA', teamId: 'T0TEAM' };

export function number(text: string): ExtensionNumber {
  const parsed = parseExtensionNumber(text);
  if (parsed === null) throw new Error(`${text} is no extension number`);
  return parsed;
}

export function leg(text: string): CdrId {
  const [found] = findLegIds(text);
  if (found === undefined) throw new Error(`${text} is no leg id`);
  return found;
}

/** The vendor's documented call, changed as a test likes. */
export const call = (changes: Partial<RecordedCall> = {}): RecordedCall => ({
  cdrId: leg('20260513223234-3EE9E'),
  startedAt: new Date('2026-05-13T22:32:34Z'),
  direction: 'inbound',
  from: 'Kristin Hale<+12025550143>',
  to: 'Leo Ball<3202>',
  durationSeconds: 754,
  extensionNumbers: [number('3202')],
  ...changes,
});

/** A call that began so many minutes before now; its leg id is made of the minutes. */
export function callAgo(minutes: number, changes: Partial<RecordedCall> = {}): RecordedCall {
  const startedAt = new Date(now.getTime() - minutes * 60_000);
  const digits = startedAt.toISOString().replace(/\D/g, '').slice(0, 14);
  return call({ cdrId: leg(`${digits}-${minutes.toString(16).padStart(5, '0').slice(-5)}`), startedAt, ...changes });
}

export const wish = (changes: Partial<CallWish> = {}): CallWish => ({
  extensionNumber: null,
  near: null,
  search: '',
  most: 100,
  ...changes,
});

type Answer = RecordedCalls | Error | Promise<RecordedCalls>;

/** How a switchboard differs from the usual one, where everybody may list all, as often as they like, in UTC. */
interface Changes extends Partial<RecentCallsOptions> {
  /** Decides, whether the listing is recorded or not. */
  readonly mayList?: RecentCallsOptions['access']['assertMayList'];
}

/** Recent calls of a phone system that answers what a test says, with clocks turned by hand. */
export function switchboard(
  answer: (window: CallWindow) => Answer,
  { mayList = async () => () => 'admin', ...changes }: Changes = {},
) {
  const clock = handClock();
  const asked: CallWindow[] = [];
  const failures: unknown[] = [];
  const phoneSystem = {
    async findCalls(window: CallWindow) {
      asked.push(window);
      const given = answer(window);
      if (given instanceof Error) throw given;
      return await given;
    },
  };
  const recentCalls = createRecentCalls({
    phoneSystem,
    access: { assertMayList: mayList, listRights: mayList },
    fairUse: { admit: (_, work) => work(() => {}) },
    timeZoneOf: async () => null,
    clock,
    wallClock: () => new Date(now.getTime() + clock.elapsedMs()),
    onFailure: (thrown) => failures.push(thrown),
    ...changes,
  });
  return { recentCalls, clock, asked, failures };
}

export const listed = (...calls: RecordedCall[]): RecordedCalls => ({ calls, isCut: false });
export const cut = (...calls: RecordedCall[]): RecordedCalls => ({ calls, isCut: true });

/** Lets everything happen that needs no time. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
