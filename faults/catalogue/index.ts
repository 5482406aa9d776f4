import type { Fault } from '../fault.ts';
import { breakages } from './pbx/broken.ts';
import { clocks } from './pbx/clocks.ts';
import { floods } from './pbx/floods.ts';
import { impostorFaults } from './pbx/impostors.ts';
import { oddities } from './pbx/odd.ts';
import { slowness } from './pbx/slow.ts';
import { tokens } from './pbx/tokens.ts';
import { refusals } from './pbx/turned-away.ts';
import { clockJumps } from './process/clock.ts';
import { mistakes } from './process/giving-up.ts';
import { killed } from './process/killed.ts';
import { several } from './process/several.ts';
import { stopped } from './process/stopped.ts';
import { storeFaults } from './process/store.ts';
import { answering } from './slack/answering.ts';
import { failingClosed } from './slack/failing-closed.ts';
import { forgery } from './slack/forged.ts';
import { posting } from './slack/posting.ts';
import { repetitions } from './slack/repeated.ts';
import { socketFaults } from './slack/socket.ts';
import { streams } from './slack/streams.ts';

/** Every fault that is provoked, in the order of the table. */
export const catalogue: readonly Fault[] = [
  ...slowness,
  ...breakages,
  ...oddities,
  ...floods,
  ...tokens,
  ...refusals,
  ...impostorFaults,
  ...clocks,
  ...posting,
  ...answering,
  ...failingClosed,
  ...forgery,
  streams,
  ...repetitions,
  ...socketFaults,
  ...killed,
  ...stopped,
  ...mistakes,
  ...storeFaults,
  ...clockJumps,
  ...several,
];

/** What the short form leaves out: it takes long, and others that stay are much like it. */
export const leftOutOfShort: ReadonlySet<string> = new Set([
  'P3b',
  'P5',
  'P14a',
  'P18a',
  'P20b',
  'P20d',
  'P20e',
  'S4a',
  'S4b',
  'S14d',
  'K1d',
  'K3a',
  'D1c',
  'R1b',
  'R1c',
  'R2',
]);
