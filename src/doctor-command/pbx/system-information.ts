import { systemClockSchema } from '../../services/yeastar/schema.ts';
import { field, textIn } from '../field.ts';

/** What the PBX says about itself (Yeastar: query PBX information). */
export interface SystemInformation {
  /** Empty where it names none. */
  readonly firmware: string;
  /** How far its clock is ahead of this machine's, in milliseconds; null where it names no time. */
  readonly aheadMs: number | null;
}

/** Asks, and looks at our own clock before and after. */
export async function readInformation(ask: () => Promise<unknown>, now: () => Date): Promise<SystemInformation> {
  const before = now().getTime();
  const answer = await ask();
  const middle = (before + now().getTime()) / 2;
  const clock = systemClockSchema.safeParse(answer);
  return {
    firmware: textIn(field(answer, 'data'), 'firmware_version'),
    aheadMs: clock.success && clock.data.timestamp !== null ? clock.data.timestamp.getTime() - middle : null,
  };
}
