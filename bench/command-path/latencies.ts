import type { Pace } from '../load/lean-pbx.ts';
import type { Office } from '../load/office.ts';
import { type OpenLoopResult, typeOnTime } from '../load/open-loop.ts';
import type { Running } from '../load/running.ts';

/** The neighbours' state and the rate at which people type. */
export interface Situation {
  /** Milliseconds the PBX takes; null where it never answers. */
  readonly pace: Pace;
  /** Whether Slack's own API has stopped answering too. */
  readonly isSlackHung: boolean;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Latencies extends OpenLoopResult {
  readonly situation: Situation;
  readonly delayMaxMs: number;
  readonly rssBytes: number;
}

/** Slack gives up after three seconds; one that comes later is counted with its time all the same. Seconds. */
const forAcknowledgement = 10;
/** The PBX's deadline is eight seconds. Through a Slack that hangs no answer comes, and none is waited for. */
const forAnswer = ({ pace, isSlackHung }: Situation) => (isSlackHung ? 0 : pace === null ? 10 : 5);

/** Types at fixed times in one situation, and waits until nothing of it is left. */
export async function latenciesIn(office: Office, running: Running, situation: Situation): Promise<Latencies> {
  const { pace, isSlackHung, perSecond, seconds } = situation;
  const patience = { forAcknowledgement, forAnswer: forAnswer(situation) };
  await running.read(); // from here on delays count
  office.pbx.pace = pace;
  office.slack.isHung = isSlackHung;
  try {
    const result = await typeOnTime(office.types, running.line, { perSecond, seconds, patience });
    const { delayMaxMs, rssBytes } = await running.read();
    return { ...result, situation, delayMaxMs, rssBytes };
  } finally {
    office.pbx.pace = 0;
    office.slack.isHung = false;
  }
}
