import type { CallReference, ExtensionNumber } from '../call-summary.ts';
import type { CallWindow, RecordedCall } from '../phone-system.ts';

/** Which calls a person would like to choose from. */
export interface CallWish {
  /** One extension's calls, those of the reader's own extensions, or all that the reader may read. */
  readonly extensionNumber: ExtensionNumber | 'mine' | null;
  /** A moment such as that of a message; the calls nearest to it come first. Null: the newest come first. */
  readonly near: Date | null;
  /** What the reader typed; every word of it stands somewhere in each call that is found. Empty finds all. */
  readonly search: string;
  readonly most: number;
}

/** A call whose summary this reader may ask for. */
export interface OfferedCall {
  readonly reference: CallReference;
  readonly startedAt: Date | null;
  readonly direction: RecordedCall['direction'];
  /** The other party's name, number or both, in clean and harmless words; empty where the phone system names nobody. */
  readonly withWhom: string;
  readonly extensionNumber: ExtensionNumber;
  readonly durationSeconds: number | null;
}

/** Why there is no list: it is on its way, the phone system does not offer one, or it could not be had just now. */
export type ListObstacle = 'still_fetching' | 'not_offered' | 'failed';

/** What a reader may choose from. */
export interface OfferedCalls {
  readonly calls: readonly OfferedCall[];
  readonly state: 'complete' | ListObstacle;
  /** How many more calls were found than the wish asks for. */
  readonly more: number;
  /** Whether the phone system has more calls than it lists, so that some were not looked at. */
  readonly isCut: boolean;
  /** The time that was looked through; null unless complete. */
  readonly window: CallWindow | null;
}

/** What one reader may choose from, and where they are. */
export interface OfferToReader extends OfferedCalls {
  /** IANA name of the zone in which the reader's days begin, such as `Europe/Amsterdam`; null or unknown is UTC. */
  readonly timeZone: string | null;
}
