import type { PbxClock } from '../clock/index.ts';
import type { Extension } from '../extensions.ts';
import { personOf } from '../extensions.ts';
import type { SampleCall } from '../sample-calls/sample-call.ts';
import { uidOf } from '../transcriptions/row-of.ts';
import { brokenAt } from './broken-rows.ts';
import type { Cast, Scene } from './kinds.ts';
import { isTransferred, stage } from './kinds.ts';
import { busyExtensions } from './people.ts';
import { createChance, pick } from './random.ts';
import { hostileNames, strangerNames } from './strangers.ts';
import { tellTopic, topics } from './topics.ts';
import type { RecentCallsWish } from './wish.ts';

/** Where and when the calls are made; `now` in milliseconds since 1970. */
export type Office = { clock: PbxClock; directory: { readonly extensions: readonly Extension[] }; now: () => number };

type Leg = { call: SampleCall; start: number; seconds: number; cast: Cast };
type Maker = Required<RecentCallsWish> & {
  clock: PbxClock;
  extensions: readonly Extension[];
  now: number;
  chance: () => number;
};

/** Makes calls of the last days, each with a summary for each extension on it. An office without extensions has none. */
export function makeRecentCalls(wish: RecentCallsWish, office: Office): readonly SampleCall[] {
  const { count, seed = 1, days = 7, odd = true } = wish;
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('Recent calls are a whole number from 0 up');
  const extensions = busyExtensions(office.directory.extensions);
  const maker: Maker = {
    clock: office.clock,
    extensions,
    now: office.now(),
    count,
    seed,
    days,
    odd,
    chance: createChance(seed),
  };
  const legs: Leg[] = [];
  for (let place = 0; place < count && extensions.length > 0; place += 1) legs.push(makeLeg(place, maker, legs.at(-1)));
  return legs.map(({ call }) => call);
}

function makeLeg(place: number, maker: Maker, before: Leg | undefined): Leg {
  const transferredFrom = isTransferred(place) ? before : undefined;
  const times = transferredFrom === undefined ? timesOf(place, maker) : secondPartOf(transferredFrom);
  const cast = castOf(place, maker, transferredFrom);
  const scene = stage(place, cast);
  const call = callOf(place, maker, scene, times);
  return {
    ...times,
    cast,
    call: transferredFrom === undefined ? call : { ...call, uid: uidOf(transferredFrom.call) },
  };
}

type Times = Pick<Leg, 'start' | 'seconds'>;

/**
 * The golden ratio spreads any number of calls evenly, and never in the order of their times. The 1.2 hours leave room
 * for the longest call, so that the first begin within the days and the last are over by now.
 */
function timesOf(place: number, { seed, days, now, chance }: Maker): Times {
  const seconds = chance() < 0.1 ? 1_500 + Math.floor(chance() * 2_400) : 8 + Math.floor(chance() * 600);
  const share = (seed * 0.31 + place * 0.618034) % 1;
  const ago = (seconds + 90) * 1_000 + share * Math.max(0, days * 24 - 1.2) * 3_600_000;
  return { start: Math.floor((now - ago) / 1_000) * 1_000, seconds };
}

function secondPartOf({ start, seconds }: Times): Times {
  const first = Math.floor(seconds / 3);
  return { start: start + first * 1_000, seconds: seconds - first };
}

function strangerAt(place: number, { odd, chance }: Maker): string {
  const number = `20255501${String(place % 100).padStart(2, '0')}`;
  const name = pick(strangerNames, chance);
  const hostile = odd ? hostileNames.get(place % 50) : undefined;
  if (hostile !== undefined) return `${hostile}<${number}>`;
  return place % 3 === 2 ? number : `${name}<${number}>`;
}

/** A transferred call goes on with the same stranger and somebody else of the office. */
function castOf(place: number, maker: Maker, transferredFrom: Leg | undefined): Cast {
  const { extensions, chance } = maker;
  const first = Math.floor(chance() * extensions.length);
  const [agent, colleague] = [extensions[first], extensions[(first + 1) % extensions.length]];
  if (agent === undefined || colleague === undefined) throw new Error('An office without extensions makes no calls');
  const cast = { agent, colleague, stranger: strangerAt(place, maker), isNamed: place % 2 === 0 };
  if (transferredFrom === undefined) return cast;
  return { ...cast, agent: transferredFrom.cast.colleague, stranger: transferredFrom.cast.stranger };
}

function callOf(place: number, maker: Maker, { callType, from, to, on }: Scene, { start, seconds }: Times): SampleCall {
  const topic = pick(topics, maker.chance);
  const usual = { call_type: callType, call_from: from, call_to: to, call_duration: seconds };
  return {
    cdrId: legId(place, maker, start),
    extensionNumber: on[0]?.extension.number ?? '',
    shows: `Recent call ${place + 1}, ${callType.toLowerCase()}.`,
    answersBySide: 'own',
    parties: on.map(({ side, extension }, index) => ({
      side,
      extensionNumber: extension.number,
      id: 10_000 + place * 2 + index,
      createdAt: start / 1_000 + seconds + 40 + index,
      summary: tellTopic(topic, personOf(extension)),
    })),
    row: { ...usual, ...(maker.odd ? brokenAt(place) : {}) },
  };
}

/** The local start and five hex digits. The factor is odd, so the first million legs have different digits. */
function legId(place: number, { clock, seed }: Maker, start: number): string {
  const serial = (place * 7_919 + seed * 104_729) % 0x100000;
  return `${clock.digitsAt(start)}-${serial.toString(16).toUpperCase().padStart(5, '0')}`;
}
