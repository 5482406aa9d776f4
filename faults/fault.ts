import type { Scene, Setting } from './scene.ts';

/** What came of a fault, in words. */
export interface Seen {
  /** What the person read in Slack, as it stood there. */
  readonly reads?: string;
  /** What else was looked at. */
  readonly also?: string;
}

/** This machine cannot provoke the fault; the words say why. */
export interface NotHere {
  readonly notHere: string;
}

/** One way in which something around the app, or the app itself, goes wrong. */
export interface Fault {
  /** P: the PBX, S: Slack, K: the process is ended, D: the store, C: the clock, R: several, or too much at once. */
  readonly id: string;
  readonly says: string;
  /** What the app promises then. */
  readonly expected: string;
  /** How its stage differs from the usual one. Faults without it share a stage and an app. */
  readonly setting?: Setting;
  /** Keeps the machine so busy that the figures of others would suffer: it comes last, with nothing beside it. */
  readonly isHeavy?: true;
  /** How long it may take, in milliseconds; a minute unless said otherwise. */
  readonly boundMs?: number;
  /** Which command is to be answered afterwards: the summary, or where the fault lasts on purpose, the help. */
  readonly afterwards?: 'summary' | 'help';
  /** Makes it happen, and looks. Throws what is not as expected. */
  inject(scene: Scene): Promise<Seen | NotHere>;
}

/** A fault that the app cannot meet yet. */
export interface LaterFault {
  readonly id: string;
  readonly says: string;
  /** Why not. */
  readonly later: string;
}
